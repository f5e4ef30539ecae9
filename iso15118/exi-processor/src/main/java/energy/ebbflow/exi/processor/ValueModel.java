package energy.ebbflow.exi.processor;

/** What stands in an element or attribute. */
sealed interface ValueModel {
  /** The Java type, boxed, as source text. */
  String javaType();

  /** A boolean: one bit. */
  record Bool() implements ValueModel {
    @Override
    public String javaType() {
      return "Boolean";
    }
  }

  /**
   * A whole number.
   *
   * @param wide whether the component is a {@code long}
   */
  record Whole(long min, long max, boolean wide) implements ValueModel {
    /** The largest range that is coded in a fixed number of bits. */
    private static final long MAX_SMALL_RANGE = 4096;

    @Override
    public String javaType() {
      return wide ? "Long" : "Integer";
    }

    boolean small() {
      return max - min >= 0 && max - min < MAX_SMALL_RANGE;
    }

    int bits() {
      return TypeModel.bitsFor(Math.toIntExact(max - min + 1));
    }
  }

  /** An unsigned number of 64 bits in a {@code long}. */
  record Unsigned64() implements ValueModel {
    @Override
    public String javaType() {
      return "Long";
    }
  }

  /** An integer of at most {@code maxOctets} octets. */
  record Big(int maxOctets) implements ValueModel {
    @Override
    public String javaType() {
      return "java.math.BigInteger";
    }
  }

  /** One of the constants of an enumeration, in the order of the schema. */
  record Enumerated(String javaType, int count) implements ValueModel {}

  /** A string. */
  record Text(int min, int max) implements ValueModel {
    @Override
    public String javaType() {
      return "String";
    }
  }

  /** A binary. */
  record Binary(int min, int max) implements ValueModel {
    @Override
    public String javaType() {
      return "energy.ebbflow.exi.Octets";
    }
  }

  /** A record with attributes or elements of its own; {@code coder} is the class that codes it. */
  record Complex(String javaType, String coder) implements ValueModel {}
}
