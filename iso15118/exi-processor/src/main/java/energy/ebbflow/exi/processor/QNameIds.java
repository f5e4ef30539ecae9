package energy.ebbflow.exi.processor;

import java.util.HashMap;
import java.util.Map;

/** Numbers for the names whose values are strings: the partitions of the string table. */
final class QNameIds {
  private final Map<QName, Integer> ids = new HashMap<>();

  /** The number of a name, the same for all sets. */
  int id(QName name) {
    Integer known = ids.get(name);
    if (known != null) {
      return known;
    }
    int id = ids.size();
    ids.put(name, id);
    return id;
  }
}
