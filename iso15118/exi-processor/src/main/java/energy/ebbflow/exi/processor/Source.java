package energy.ebbflow.exi.processor;

/** Java source text with its indentation. */
final class Source {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  /** One line; a trailing brace opens a block, a leading one closes it. */
  Source line(String line) {
    if (line.startsWith("}")) {
      depth--;
    }
    if (!line.isEmpty()) {
      text.append("  ".repeat(depth)).append(line);
    }
    text.append('\n');
    if (line.endsWith("{")) {
      depth++;
    }
    return this;
  }

  /** A label of a switch and the lines until {@link #outdent}. */
  Source indent(String line) {
    line(line);
    depth++;
    return this;
  }

  /** Ends what {@link #indent} began. */
  Source outdent() {
    depth--;
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
