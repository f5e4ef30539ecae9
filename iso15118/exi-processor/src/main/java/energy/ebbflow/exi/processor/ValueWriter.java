package energy.ebbflow.exi.processor;

/** Prints the coding of a single value. */
final class ValueWriter {
  private ValueWriter() {}

  /**
   * Prints the event code of an element and its whole content.
   *
   * @param code the event code as an expression
   * @param width the bits of the code as an expression
   * @param value an expression for the value
   */
  static void encodeElement(
      Source source, String code, String width, ValueModel model, String value) {
    switch (model) {
      case ValueModel.Bool ignored -> joined(source, code, width, 1, "(" + value + " ? 2 : 0)");
      case ValueModel.Enumerated enumerated ->
          joined(
              source,
              code,
              width,
              TypeModel.bitsFor(enumerated.count()),
              value + ".ordinal() << 1");
      case ValueModel.Whole whole when whole.small() ->
          joined(source, code, width, whole.bits(), "(" + offset(whole, value) + ") << 1");
      case ValueModel.Complex complex -> {
        source.line("out.bits(" + code + ", " + width + ");");
        source.line(complex.coder() + ".encode(out, " + value + ");");
      }
      case ValueModel.Whole ignored ->
          source.line(
              "out." + method(model) + "Element(" + code + ", " + width + ", " + value + ");");
      case ValueModel.Unsigned64 ignored ->
          source.line("out.unsignedElement(" + code + ", " + width + ", " + value + ");");
      default -> {
        source.line("out.bits(" + code + ", " + width + ");");
        source.line("out." + method(model) + "Element(" + value + ");");
      }
    }
  }

  /** Prints a value alone, as in an attribute. */
  static void encodeValue(Source source, ValueModel model, String value) {
    switch (model) {
      case ValueModel.Bool ignored -> source.line("out.bits(" + value + " ? 1 : 0, 1);");
      case ValueModel.Enumerated enumerated ->
          source.line(
              "out.bits(" + value + ".ordinal(), " + TypeModel.bitsFor(enumerated.count()) + ");");
      case ValueModel.Whole whole when whole.small() ->
          source.line("out.bits(" + offset(whole, value) + ", " + whole.bits() + ");");
      case ValueModel.Complex complex ->
          source.line(complex.coder() + ".encode(out, " + value + ");");
      default -> source.line("out." + method(model) + "(" + value + ");");
    }
  }

  /** Prints the whole content of an element, without the event code of the element itself. */
  static void encodeContent(Source source, ValueModel model, String value) {
    switch (model) {
      case ValueModel.Bool ignored -> source.line("out.smallElement(" + value + " ? 1 : 0, 1);");
      case ValueModel.Enumerated enumerated ->
          source.line(
              "out.smallElement("
                  + value
                  + ".ordinal(), "
                  + TypeModel.bitsFor(enumerated.count())
                  + ");");
      case ValueModel.Whole whole when whole.small() ->
          source.line("out.smallElement(" + offset(whole, value) + ", " + whole.bits() + ");");
      case ValueModel.Complex complex ->
          source.line(complex.coder() + ".encode(out, " + value + ");");
      case ValueModel.Whole ignored ->
          source.line("out." + method(model) + "Element(0, 0, " + value + ");");
      case ValueModel.Unsigned64 ignored ->
          source.line("out.unsignedElement(0, 0, " + value + ");");
      default -> source.line("out." + method(model) + "Element(" + value + ");");
    }
  }

  /** How the value of an attribute or element is read. */
  enum Form {
    /** A value alone. */
    VALUE("("),
    /** The content of an element. */
    CONTENT("Element("),
    /** The content of an element, and before it the one bit that says that the element comes. */
    SOLE_ELEMENT("SoleElement(");

    private final String suffix;

    Form(String suffix) {
      this.suffix = suffix;
    }
  }

  /** Whether {@link Form#SOLE_ELEMENT} exists for a value. */
  static boolean joins(ValueModel model) {
    return switch (model) {
      case ValueModel.Bool ignored -> true;
      case ValueModel.Enumerated ignored -> true;
      case ValueModel.Whole ignored -> true;
      default -> false;
    };
  }

  /** An expression that reads a value. */
  static String decode(ValueModel model, QNameIds ids, QName name, String field, Form form) {
    String suffix = form.suffix;
    String at = ", " + field + ")";
    return switch (model) {
      case ValueModel.Bool ignored -> "in.small" + suffix + "1, 1" + at + " != 0";
      case ValueModel.Enumerated enumerated ->
          constants(enumerated)
              + "[in.small"
              + suffix
              + TypeModel.bitsFor(enumerated.count())
              + ", "
              + (enumerated.count() - 1)
              + at
              + "]";
      case ValueModel.Whole whole -> decodeWhole(whole, suffix, at);
      case ValueModel.Unsigned64 ignored -> "in.unsigned64" + suffix + field + ")";
      case ValueModel.Big big -> "in.big" + suffix + big.maxOctets() + at;
      case ValueModel.Text text ->
          "in.string" + suffix + text.min() + ", " + text.max() + ", " + ids.id(name) + at;
      case ValueModel.Binary binary ->
          "in.octets" + suffix + binary.min() + ", " + binary.max() + at;
      case ValueModel.Complex complex -> complex.coder() + ".decode(in)";
    };
  }

  /**
   * An expression that reads the content of an element outside of a record; the constants of an
   * enumeration are asked for when they are needed.
   */
  static String decodeAlone(ValueModel model, QNameIds ids, QName name, String field) {
    String read = decode(model, ids, name, field, Form.CONTENT);
    return model instanceof ValueModel.Enumerated enumerated
        ? enumerated.javaType() + ".values()" + read.substring(constants(enumerated).length())
        : read;
  }

  /** Prints the check of a value's bounds, which records make in their constructors. */
  static void check(Source source, ValueModel model, String name, String value) {
    String facets = "energy.ebbflow.exi.Facets.";
    switch (model) {
      case ValueModel.Whole whole ->
          source.line(
              facets
                  + "range("
                  + name
                  + ", "
                  + value
                  + ", "
                  + literal(whole.min())
                  + ", "
                  + literal(whole.max())
                  + ");");
      case ValueModel.Text text -> length(source, name, value, text.min(), text.max());
      case ValueModel.Binary binary -> length(source, name, value, binary.min(), binary.max());
      case ValueModel.Big big ->
          source.line(facets + "size(" + name + ", " + value + ", " + big.maxOctets() + ");");
      default -> {}
    }
  }

  private static void length(Source source, String name, String value, int min, int max) {
    source.line(
        "energy.ebbflow.exi.Facets.length(" + name + ", " + value + ", " + min + ", " + max + ");");
  }

  /** The name of the array that holds the constants of an enumeration. */
  static String constants(ValueModel.Enumerated enumerated) {
    String type = enumerated.javaType();
    return type.substring(type.lastIndexOf('.') + 1)
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toUpperCase(java.util.Locale.ROOT);
  }

  private static String decodeWhole(ValueModel.Whole whole, String suffix, String at) {
    if (whole.small()) {
      String read = "in.small" + suffix + whole.bits() + ", " + (whole.max() - whole.min()) + at;
      return whole.min() == 0
          ? read
          : read + (whole.min() < 0 ? " - " : " + ") + Math.abs(whole.min());
    }
    String read =
        (whole.min() >= 0 ? "in.unsigned" : "in.signed")
            + suffix
            + literal(whole.min())
            + ", "
            + literal(whole.max())
            + at;
    return whole.wide() ? read : "(int) " + read;
  }

  private static String literal(long value) {
    return value == Long.MIN_VALUE ? "Long.MIN_VALUE" : value + "L";
  }

  private static String offset(ValueModel.Whole whole, String value) {
    String number = whole.wide() ? "(int) (long) " + value : value;
    return whole.min() == 0
        ? number
        : number + (whole.min() < 0 ? " + " : " - ") + Math.abs(whole.min());
  }

  private static String method(ValueModel model) {
    return switch (model) {
      case ValueModel.Whole whole -> whole.min() >= 0 ? "unsigned" : "signed";
      case ValueModel.Unsigned64 ignored -> "unsigned";
      case ValueModel.Big ignored -> "big";
      case ValueModel.Text ignored -> "string";
      case ValueModel.Binary ignored -> "octets";
      default -> throw new ModelException("no method writes " + model);
    };
  }

  private static void joined(Source source, String code, String width, int bits, String value) {
    String shifted = code.equals("0") ? value : "(" + code + ") << " + (bits + 2) + " | " + value;
    source.line("out.bits(" + shifted + ", " + sum(width, bits + 2) + ");");
  }

  private static String sum(String width, int more) {
    return width.chars().allMatch(Character::isDigit)
        ? Integer.toString(Integer.parseInt(width) + more)
        : width + " + " + more;
  }
}
