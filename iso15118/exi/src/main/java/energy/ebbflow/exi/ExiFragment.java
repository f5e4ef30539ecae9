package energy.ebbflow.exi;

/**
 * An element on its own.
 *
 * @param namespace the namespace of the element; empty for none
 * @param name the local name
 * @param content the record of its type, or its value (see {@link ExiRoot})
 */
public record ExiFragment(String namespace, String name, Object content) {}
