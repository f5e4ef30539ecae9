package energy.ebbflow.simulator.csms.script;

import java.util.List;

/** What a step of the script does. */
public sealed interface ScriptAction {
  /** The action in a few words. */
  String text();

  /** RequestStartTransaction; RemoteStartTransaction in 1.6. */
  record RemoteStart(String token, int evse) implements ScriptAction {
    @Override
    public String text() {
      return "remote start of outlet " + evse;
    }
  }

  /** RequestStopTransaction of the open transaction; RemoteStopTransaction in 1.6. */
  record RemoteStop() implements ScriptAction {
    @Override
    public String text() {
      return "remote stop";
    }
  }

  /**
   * SetChargingProfile with a V2X set-point; positive towards the vehicle. In 2.0.1 and 1.6 by the
   * station's vendor extension.
   */
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

  /** SetVariables with one variable; ChangeConfiguration in 1.6. */
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

  /**
   * ReserveNow.
   *
   * @param seconds from now until the reservation expires
   */
  record Reserve(int id, String token, int evse, int seconds) implements ScriptAction {
    @Override
    public String text() {
      return "reserve outlet " + evse + " for " + seconds + " s";
    }
  }

  /** CancelReservation. */
  record CancelReservation(int id) implements ScriptAction {
    @Override
    public String text() {
      return "cancel reservation " + id;
    }
  }

  /** TriggerMessage; the message's name as in OCPP. */
  record Trigger(String message, int evse) implements ScriptAction {
    @Override
    public String text() {
      return "ask for " + message;
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
