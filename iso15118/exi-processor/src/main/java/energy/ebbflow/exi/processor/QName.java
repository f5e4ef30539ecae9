package energy.ebbflow.exi.processor;

import java.util.Comparator;

/** A qualified name, in the order in which EXI sorts them: by local name, then by namespace. */
record QName(String namespace, String local) implements Comparable<QName> {
  private static final Comparator<QName> ORDER =
      Comparator.comparing(QName::local).thenComparing(QName::namespace);

  /** Reads <code>{namespace}local</code>. */
  static QName parse(String text) {
    int end = text.indexOf('}');
    if (!text.startsWith("{") || end < 0) {
      throw new ModelException("expected {namespace}local, got " + text);
    }
    return new QName(text.substring(1, end), text.substring(end + 1));
  }

  @Override
  public int compareTo(QName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "{" + namespace + "}" + local;
  }
}
