package energy.ebbflow.exi.processor;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One schema set.
 *
 * @param packageName the package of the codec
 * @param codecName its simple name
 * @param label what people call the set
 * @param messageType what its documents have in common
 * @param roots the document roots in the order of their codes; those without a type are only
 *     counted
 * @param fragments every element of the set; those without a type and a value are only counted
 * @param attributes every attribute of the set, sorted
 */
record SetModel(
    String packageName,
    String codecName,
    String label,
    String messageType,
    List<Root> roots,
    TreeMap<QName, Root> fragments,
    List<QName> attributes) {
  /**
   * An element that may stand alone.
   *
   * @param type the record that it carries
   * @param simple the value that it carries; beside a record when the schema has the name for both
   * @param relaxed whether the schema has the name for several types, so that a fragment of it has
   *     the relaxed element grammar (EXI 1.0, section 8.5.3)
   */
  record Root(QName name, Optional<TypeModel> type, Optional<Simple> simple, boolean relaxed) {
    /** An element that carries a record. */
    static Root of(QName name, TypeModel type) {
      return new Root(name, Optional.of(type), Optional.empty(), false);
    }

    /** An element that is only counted. */
    static Root unused(QName name) {
      return new Root(name, Optional.empty(), Optional.empty(), false);
    }
  }

  /**
   * An element of simple type.
   *
   * @param owner the record that declares it
   * @param component the component of that record
   */
  record Simple(ValueModel value, String owner, String component) {}
}
