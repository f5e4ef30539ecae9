package energy.ebbflow.ocpp.v2.tariff;

import energy.ebbflow.ocpp.json.WireEnum;

/** DayOfWeekEnumType, Monday first. */
public enum Weekday implements WireEnum {
  MONDAY("Monday"),
  TUESDAY("Tuesday"),
  WEDNESDAY("Wednesday"),
  THURSDAY("Thursday"),
  FRIDAY("Friday"),
  SATURDAY("Saturday"),
  SUNDAY("Sunday");
  private final String wire;

  Weekday(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
