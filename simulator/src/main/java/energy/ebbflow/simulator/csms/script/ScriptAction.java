package energy.ebbflow.simulator.csms.script;

import java.util.List;

/** What a step of the script does. */
public sealed interface ScriptAction {
  /** The action in a few words. */
  String text();

  /** RequestStartTransaction. */
  record RemoteStart(String token, int evse) implements ScriptAction {
    @Override
    public String text() {
      return "remote start of outlet " + evse;
    }
  }

  /** RequestStopTransaction of the open transaction. */
  record RemoteStop() implements ScriptAction {
    @Override
    public String text() {
      return "remote stop";
    }
  }

  /** SetChargingProfile with a V2X set-point; positive towards the vehicle. 2.1 only. */
  record Setpoint(double watts) implements ScriptAction {
    @Override
    public String text() {
      return "set-point " + watts + " W";
    }
  }

  /** SetChargingProfile with a limit of charging. */
  record Limit(double value, Unit unit) implements ScriptAction {
    @Override
    public String text() {
      return "limit " + value + " " + unit.word();
    }
  }

  /** ClearChargingProfile of everything. */
  record ClearProfiles() implements ScriptAction {
    @Override
    public String text() {
      return "clear the charging profiles";
    }
  }

  /** Reset, at once or when idle. */
  record Reset(boolean immediately) implements ScriptAction {
    @Override
    public String text() {
      return immediately ? "reset at once" : "reset when idle";
    }
  }

  /** UnlockConnector. */
  record Unlock(int evse) implements ScriptAction {
    @Override
    public String text() {
      return "unlock outlet " + evse;
    }
  }

  /** SetVariables with one variable. */
  record SetVariable(String component, String variable, String value) implements ScriptAction {
    @Override
    public String text() {
      return "set " + component + "." + variable + " to " + value;
    }
  }

  /** NotifyAllowedEnergyTransfer for the open transaction. 2.1 only. */
  record AllowTransfer(List<String> modes) implements ScriptAction {
    public AllowTransfer {
      modes = List.copyOf(modes);
    }

    @Override
    public String text() {
      return "allow " + String.join(", ", modes);
    }
  }

  /** Any request at all; the payload is JSON. */
  record Call(String action, String payload) implements ScriptAction {
    @Override
    public String text() {
      return "send " + action;
    }
  }

  /** Closes the socket and refuses new connections for so long. */
  record Disconnect(double seconds) implements ScriptAction {
    @Override
    public String text() {
      return "disconnect for " + seconds + " s";
    }
  }

  /** Sends text that is no OCPP. */
  record Garbage(String text) implements ScriptAction {
    @Override
    public String text() {
      return "send garbage";
    }
  }

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
