package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.WireName;

/** valueType. The kind of a parameter value. */
public enum ParameterValueType implements WireName {
  /** {@code bool}: a truth value. */
  BOOL("bool"),
  /** {@code byte}: 8 bits, signed. */
  BYTE("byte"),
  /** {@code short}: 16 bits, signed. */
  SHORT("short"),
  /** {@code int}: 32 bits, signed. */
  INT("int"),
  /** {@code physicalValue}: a number with its unit. */
  PHYSICAL_VALUE("physicalValue"),
  /** {@code string}: text. */
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
