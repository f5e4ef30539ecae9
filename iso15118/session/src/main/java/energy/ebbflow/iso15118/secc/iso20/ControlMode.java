package energy.ebbflow.iso15118.secc.iso20;

/** Who decides the power (ISO 15118-20 Table 204, parameter ControlMode). */
public enum ControlMode {
  /** The vehicle follows a schedule that the station offered. */
  SCHEDULED(1),
  /** The station decides from moment to moment. */
  DYNAMIC(2);

  private final int code;

  ControlMode(int code) {
    this.code = code;
  }

  /** Value of the parameter. */
  public int code() {
    return code;
  }
}
