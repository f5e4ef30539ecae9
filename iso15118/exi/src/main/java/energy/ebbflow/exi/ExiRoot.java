package energy.ebbflow.exi;

/**
 * An element that may stand alone, as a document or as a fragment.
 *
 * @param namespace its namespace; empty for none
 * @param name its local name
 * @param type the record of its type
 */
public record ExiRoot(String namespace, String name, Class<?> type) {}
