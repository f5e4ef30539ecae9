package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.circuit.Grant;
import energy.ebbflow.firmware.evse.entitlement.Entitlement;
import energy.ebbflow.firmware.evse.measure.Measurements;
import energy.ebbflow.firmware.power.Bounds;
import energy.ebbflow.firmware.power.GivenBounds;
import energy.ebbflow.firmware.power.Lease;
import energy.ebbflow.firmware.power.LocalControl;
import energy.ebbflow.firmware.power.Precedence;
import energy.ebbflow.firmware.power.der.GridSupport;
import energy.ebbflow.firmware.supervisor.Reaction;
import energy.ebbflow.firmware.supervisor.Supervisor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the station itself says about power, gathered once for the questions of one step that want
 * the same: all that it is made of is immutable, so that the same objects give the same leases.
 */
final class StationLeases {
  private final Pass pass;
  private Optional<Source> source = Optional.empty();
  private List<Lease> gathered = List.of();

  StationLeases(Pass pass) {
    this.pass = pass;
  }

  /**
   * The leases in the order of rank.
   *
   * @param volts voltage at the outlet: turns current limits of a DC outlet into power
   */
  List<Lease> at(double volts) {
    EvseState state = pass.state;
    if (source.isEmpty() || !source.get().still(state, volts)) {
      source = Optional.of(Source.of(state, volts));
      gathered = gather(volts);
    }
    return gathered;
  }

  private List<Lease> gather(double volts) {
    EvseState state = pass.state;
    Optional<String> fault =
        state.supervisor.demands(Reaction.HOLD)
            ? state.supervisor.worst().map(worst -> worst.code())
            : Optional.empty();
    Optional<Double> cable = pass.cableAmps();
    List<Lease> leases =
        new ArrayList<>(
            Leases.ofStation(
                pass.settings,
                volts,
                cable,
                state.stationBounds,
                state.steeredBounds(),
                fault,
                state.supervisor.derating(),
                pass.dischargeDenied()));
    pass.basics().circuitLease().ifPresent(leases::add);
    state
        .gridLimit
        .map(watts -> Lease.standing("grid operator", Precedence.HARD, Bounds.charge(watts)))
        .ifPresent(leases::add);
    leases.addAll(state.gridSupport.leases());
    return List.copyOf(leases);
  }

  /** Every part of the state that {@link #gather} looks at, compared by identity. */
  private record Source(
      double volts,
      Supervisor supervisor,
      Measurements measured,
      Optional<GivenBounds> stationBounds,
      Optional<GivenBounds> outletBounds,
      LocalControl local,
      VehicleKnowledge vehicle,
      Entitlement entitlement,
      Optional<Double> gridLimit,
      GridSupport gridSupport,
      Grant grant) {
    static Source of(EvseState state, double volts) {
      return new Source(
          volts,
          state.supervisor,
          state.measured,
          state.stationBounds,
          state.outletBounds,
          state.local,
          state.vehicle,
          state.entitlement,
          state.gridLimit,
          state.gridSupport,
          state.grant);
    }

    @SuppressWarnings("ReferenceEquality") // the same object is the same, whatever it holds
    boolean still(EvseState state, double volts) {
      return this.volts == volts
          && supervisor == state.supervisor
          && measured == state.measured
          && stationBounds == state.stationBounds
          && outletBounds == state.outletBounds
          && local == state.local
          && vehicle == state.vehicle
          && entitlement == state.entitlement
          && gridLimit == state.gridLimit
          && gridSupport == state.gridSupport
          && grant == state.grant;
    }
  }
}
