package energy.ebbflow.exi;

/**
 * An element that may stand alone, as a document or as a fragment.
 *
 * @param namespace its namespace; empty for none
 * @param name its local name
 * @param type the record of its type, or the Java type of its value: {@code Boolean}, {@code
 *     Integer}, {@code Long}, {@code BigInteger}, {@code String}, {@link Octets} or an enumeration
 * @param owner the record that declares the element when it has a value; otherwise {@code type}
 * @param component the component of {@code owner} whose annotations give the bounds of the value;
 *     empty for a record
 */
public record ExiRoot(
    String namespace, String name, Class<?> type, Class<?> owner, String component) {
  /** An element that carries a record. */
  public static ExiRoot record(String namespace, String name, Class<?> type) {
    return new ExiRoot(namespace, name, type, type, "");
  }

  /** An element of simple type. */
  public static ExiRoot value(
      String namespace, String name, Class<?> type, Class<?> owner, String component) {
    return new ExiRoot(namespace, name, type, owner, component);
  }

  /** Whether the element carries a value instead of a record. */
  public boolean simple() {
    return !component.isEmpty();
  }
}
