package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.WireEnum;

/** Type of a variable. */
public enum DataKind implements WireEnum {
  STRING("string"),
  DECIMAL("decimal"),
  INTEGER("integer"),
  DATE_TIME("dateTime"),
  BOOLEAN("boolean"),
  OPTION_LIST("OptionList"),
  SEQUENCE_LIST("SequenceList"),
  MEMBER_LIST("MemberList");
  private final String wire;

  DataKind(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
