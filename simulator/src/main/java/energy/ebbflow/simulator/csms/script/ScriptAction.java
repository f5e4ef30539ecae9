package energy.ebbflow.simulator.csms.script;

/** What a step of the script does. */
public sealed interface ScriptAction {

  /** RequestStartTransaction. */
  record RemoteStart(String token, int evse) implements ScriptAction {}

  /** RequestStopTransaction of the open transaction. */
  record RemoteStop() implements ScriptAction {}

  /** SetChargingProfile with a V2X set-point; positive towards the vehicle. 2.1 only. */
  record Setpoint(double watts) implements ScriptAction {}

  /** SetChargingProfile with a limit of charging. */
  record Limit(double value, Unit unit) implements ScriptAction {}

  /** ClearChargingProfile of everything. */
  record ClearProfiles() implements ScriptAction {}

  /** Reset, at once or when idle. */
  record Reset(boolean immediately) implements ScriptAction {}

  /** UnlockConnector. */
  record Unlock(int evse) implements ScriptAction {}

  /** SetVariables with one variable. */
  record SetVariable(String component, String variable, String value) implements ScriptAction {}

  /** Any request at all; the payload is JSON. */
  record Call(String action, String payload) implements ScriptAction {}

  /** Closes the socket and refuses new connections for so long. */
  record Disconnect(double seconds) implements ScriptAction {}

  /** Sends text that is no OCPP. */
  record Garbage(String text) implements ScriptAction {}

  /** OCPP's ChargingRateUnitEnumType. */
  enum Unit {
    WATT("W"),
    AMPERE("A");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    /** As on the wire. */
    public String word() {
      return word;
    }
  }
}
