package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;

/** One of boolValue, byteValue, shortValue, intValue, rationalNumber, finiteString. */
public sealed interface ParameterValue {
  /**
   * {@code boolValue}.
   *
   * @param value the value
   */
  @ExiName("boolValue")
  @ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
  record BoolValue(@ExiContent boolean value) implements ParameterValue {}

  /**
   * {@code byteValue}.
   *
   * @param value the value; -128 to 127
   */
  @ExiName("byteValue")
  @ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
  record ByteValue(@ExiContent @Range(min = Byte.MIN_VALUE, max = Byte.MAX_VALUE) int value)
      implements ParameterValue {
    /** Checks the bounds that the schema sets. */
    public ByteValue {
      Facets.range("byteValue", value, -128, 127);
    }
  }

  /**
   * {@code shortValue}.
   *
   * @param value the value; -32768 to 32767
   */
  @ExiName("shortValue")
  @ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
  record ShortValue(@ExiContent @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE) int value)
      implements ParameterValue {
    /** Checks the bounds that the schema sets. */
    public ShortValue {
      Facets.range("shortValue", value, -32768, 32767);
    }
  }

  /**
   * {@code intValue}.
   *
   * @param value the value; -2147483648 to 2147483647
   */
  @ExiName("intValue")
  @ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
  record IntValue(@ExiContent @Range(min = Integer.MIN_VALUE, max = Integer.MAX_VALUE) int value)
      implements ParameterValue {}

  /**
   * {@code rationalNumber}.
   *
   * @param value the value
   */
  @ExiName("rationalNumber")
  @ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
  record OfRationalNumber(@ExiContent RationalNumber value) implements ParameterValue {}

  /**
   * {@code finiteString}.
   *
   * @param value the value; at most 80 characters
   */
  @ExiName("finiteString")
  @ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
  record FiniteString(@ExiContent @Length(max = 80) String value) implements ParameterValue {
    /** Checks the bounds that the schema sets. */
    public FiniteString {
      Facets.length("finiteString", value, 0, 80);
    }
  }
}
