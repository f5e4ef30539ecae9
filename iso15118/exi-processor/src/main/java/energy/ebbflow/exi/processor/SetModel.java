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
 * @param fragments every element of the set; without a type those of simple type and those only
 *     counted
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
   * @param relaxed whether the schema has the name for several types, so that a fragment of it has
   *     the relaxed element grammar (EXI 1.0, section 8.5.3)
   */
  record Root(QName name, Optional<TypeModel> type, boolean relaxed) {}
}
