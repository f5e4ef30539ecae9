package energy.ebbflow.simulator.ev.script;

import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import java.util.Locale;
import java.util.Optional;

/** What a step does. */
public sealed interface Deed {
  /** The deed in a few words. */
  String text();

  /** The user puts the plug in. */
  record Plug() implements Deed {
    @Override
    public String text() {
      return "plug in";
    }
  }

  /** The user pulls the plug, whatever flows. */
  record Unplug() implements Deed {
    @Override
    public String text() {
      return "pull the plug";
    }
  }

  /** The session is to end. */
  record Stop() implements Deed {
    @Override
    public String text() {
      return "stop charging";
    }
  }

  /** The session is to be interrupted. */
  record Pause() implements Deed {
    @Override
    public String text() {
      return "pause";
    }
  }

  /** The session goes on: a paused one is joined again, one in standby comes back. */
  record Resume() implements Deed {
    @Override
    public String text() {
      return "resume";
    }
  }

  /** The vehicle rests without energy, the session alive (ISO 15118-20). */
  record Standby() implements Deed {
    @Override
    public String text() {
      return "standby";
    }
  }

  /** The battery has another charge from now on. */
  record SetSoc(double percent) implements Deed {
    @Override
    public String text() {
      return "state of charge " + percent + " %";
    }
  }

  /** The user changes their mind. Absent: as before. */
  record ChangeNeeds(
      Optional<Long> departureSeconds,
      Optional<Integer> targetSocPercent,
      Optional<Integer> minimumSocPercent)
      implements Deed {
    @Override
    public String text() {
      return "other needs";
    }
  }

  /** The user lets the vehicle give energy back, or does not any more. */
  record AllowDischarge(boolean allowed) implements Deed {
    @Override
    public String text() {
      return allowed ? "discharge is allowed" : "no discharge";
    }
  }

  /** Who is to decide the power; takes effect with the next choice of a service. */
  record SetControl(EvConfig.Control control) implements Deed {
    @Override
    public String text() {
      return "control is to be " + control.name().toLowerCase(Locale.ROOT);
    }
  }

  /** The schedule is to be negotiated anew. */
  record RenegotiateSchedule() implements Deed {
    @Override
    public String text() {
      return "another schedule";
    }
  }

  /** The service is to be chosen anew. */
  record RenegotiateService() implements Deed {
    @Override
    public String text() {
      return "another service";
    }
  }

  /** The vehicle breaks a rule once, when the request of a state is due; empty: with the next. */
  record Misbehave(Misbehaviour.Kind kind, String state) implements Deed {
    @Override
    public String text() {
      return "misbehave: " + kind;
    }
  }
}
