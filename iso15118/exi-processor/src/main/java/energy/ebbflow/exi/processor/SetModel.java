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
 */
record SetModel(
    String packageName,
    String codecName,
    String label,
    String messageType,
    List<Root> roots,
    TreeMap<QName, Root> fragments) {
  /** An element that may stand alone. */
  record Root(QName name, Optional<TypeModel> type) {}
}
