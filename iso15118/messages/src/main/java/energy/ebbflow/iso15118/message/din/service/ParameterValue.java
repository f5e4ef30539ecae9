package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.din.PhysicalValue;

/** One of boolValue, byteValue, shortValue, intValue, physicalValue, stringValue. */
public sealed interface ParameterValue {
  /**
   * {@code boolValue}.
   *
   * @param value the value
   */
  @ExiName("boolValue")
  @ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
  record BoolValue(@ExiContent boolean value) implements ParameterValue {}

  /**
   * {@code byteValue}.
   *
   * @param value the value; -128 to 127
   */
  @ExiName("byteValue")
  @ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
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
  @ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
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
  @ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
  record IntValue(@ExiContent @Range(min = Integer.MIN_VALUE, max = Integer.MAX_VALUE) int value)
      implements ParameterValue {}

  /**
   * {@code physicalValue}.
   *
   * @param value the value
   */
  @ExiName("physicalValue")
  @ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
  record OfPhysicalValue(@ExiContent PhysicalValue value) implements ParameterValue {}

  /**
   * {@code stringValue}.
   *
   * @param value the value; at most 2048 characters (our limit)
   */
  @ExiName("stringValue")
  @ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
  record StringValue(@ExiContent @Limit(2048) String value) implements ParameterValue {
    /** Checks the bounds that the schema sets. */
    public StringValue {
      Facets.length("stringValue", value, 0, 2048);
    }
  }
}
