package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.WireName;

/** valueType. The kind of a parameter value. */
public enum ParameterValueType implements WireName {
  /** {@code bool}. */
  BOOL("bool"),
  /** {@code byte}. */
  BYTE("byte"),
  /** {@code short}. */
  SHORT("short"),
  /** {@code int}. */
  INT("int"),
  /** {@code physicalValue}. */
  PHYSICAL_VALUE("physicalValue"),
  /** {@code string}. */
  STRING("string");

  private final String wireName;

  ParameterValueType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
