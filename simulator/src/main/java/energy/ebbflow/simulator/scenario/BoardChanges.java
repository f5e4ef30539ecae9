package energy.ebbflow.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Changes keys in the text of a board file. The first table of a name is changed, so of several
 * {@code [[evse]]} the first.
 */
public final class BoardChanges {
  private static final String LISTED = "[]";

  private BoardChanges() {}

  /**
   * The text with other values.
   *
   * @param changes full names of keys, such as {@code evse.dc.charge_watts_max}, and values; one
   *     that starts with a bracket is written as the list it is. A table whose name ends in {@code
   *     []} is one of a list of tables: {@code evse.vehicle.extension[].name}
   */
  public static String apply(String toml, Map<String, String> changes) {
    List<String> lines = new ArrayList<>(toml.lines().toList());
    for (Map.Entry<String, String> change : new TreeMap<>(changes).entrySet()) {
      String path = change.getKey();
      int dot = path.lastIndexOf('.');
      String table = dot < 0 ? "" : path.substring(0, dot);
      set(lines, table, path.substring(dot + 1), literal(change.getValue()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void set(List<String> lines, String table, String key, String value) {
    int start = table.isEmpty() ? 0 : headerOf(lines, table) + 1;
    if (start == 0 && !table.isEmpty()) {
      lines.add("");
      lines.add(
          table.endsWith(LISTED)
              ? "[[" + table.substring(0, table.length() - LISTED.length()) + "]]"
              : "[" + table + "]");
      lines.add(key + " = " + value);
      return;
    }
    for (int i = start; i < lines.size() && !lines.get(i).startsWith("["); i++) {
      if (lines.get(i).replace(" ", "").startsWith(key + "=")) {
        lines.set(i, key + " = " + value);
        return;
      }
    }
    lines.add(start, key + " = " + value);
  }

  private static int headerOf(List<String> lines, String table) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      String name = table.endsWith(LISTED) ? table.substring(0, table.length() - 2) : table;
      if (line.equals("[" + name + "]") || line.equals("[[" + name + "]]")) {
        return i;
      }
    }
    return -1;
  }

  /** Numbers, truth values and lists stand as they are, all else is text. */
  private static String literal(String value) {
    return value.matches("-?\\d+(\\.\\d+)?|true|false|\\[.*")
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
