package energy.ebbflow.simulator.ev.iso20.wire;

import energy.ebbflow.iso15118.message.iso20.service.Parameter;
import energy.ebbflow.iso15118.message.iso20.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso20.service.ParameterValue.IntValue;
import energy.ebbflow.simulator.ev.model.EvConfig.Control;
import energy.ebbflow.simulator.ev.model.EvConfig.Iso20Wishes;
import energy.ebbflow.simulator.ev.model.EvConfig.NeedsBy;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An energy service and one of its parameter sets (ISO 15118-20 Table 204 to 210).
 *
 * @param id of the service
 * @param parameterSetId of the set
 * @param control who decides the power
 * @param needsBy who knows the user's needs
 */
public record Service(int id, int parameterSetId, Control control, NeedsBy needsBy) {
  static final int AC = 1;
  static final int DC = 2;
  static final int AC_BPT = 5;
  static final int DC_BPT = 6;

  /** A parameter that has to be named. */
  private static final int UNNAMED = 0;

  private static final String CONTROL_MODE = "ControlMode";
  private static final String MOBILITY_NEEDS = "MobilityNeedsMode";

  /** The services that a vehicle wants, the most wanted first. */
  public static List<Integer> wanted(EvProtocol protocol, boolean bidirectional) {
    boolean dc = protocol == EvProtocol.ISO20_DC;
    List<Integer> wanted = new ArrayList<>();
    if (bidirectional) {
      wanted.add(dc ? DC_BPT : AC_BPT);
    }
    wanted.add(dc ? DC : AC);
    return wanted;
  }

  /**
   * The parameter set that a vehicle likes most: first by control mode, then by who has the needs.
   */
  public static Optional<Service> best(int id, List<ParameterSet> sets, Iso20Wishes wishes) {
    for (Control control : wishes.control()) {
      for (NeedsBy needsBy : wishes.needs()) {
        for (ParameterSet set : sets) {
          if (is(set, CONTROL_MODE, control.code(), UNNAMED)
              && is(set, MOBILITY_NEEDS, needsBy.code(), NeedsBy.EVCC.code())) {
            return Optional.of(new Service(id, set.parameterSetId(), control, needsBy));
          }
        }
      }
      // In scheduled control the needs are the vehicle's anyway [V2G20-2663].
      for (ParameterSet set : sets) {
        boolean fits = is(set, CONTROL_MODE, control.code(), UNNAMED);
        if (fits && control == Control.SCHEDULED) {
          return Optional.of(new Service(id, set.parameterSetId(), control, NeedsBy.EVCC));
        }
      }
    }
    return Optional.empty();
  }

  /** A parameter has a value; one that is left out counts as {@code absent}. */
  private static boolean is(ParameterSet set, String name, int wanted, int absent) {
    for (Parameter parameter : set.parameter()) {
      if (parameter.name().equals(name) && parameter.parameterValue() instanceof IntValue number) {
        return number.value() == wanted;
      }
    }
    return wanted == absent;
  }

  /** Discharge is part of it. */
  public boolean bidirectional() {
    return id == DC_BPT || id == AC_BPT;
  }

  /** The charger decides from moment to moment. */
  public boolean dynamic() {
    return control == Control.DYNAMIC;
  }
}
