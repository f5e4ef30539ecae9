package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.config.UserNeeds;
import energy.ebbflow.firmware.evse.entitlement.Entitlement;
import energy.ebbflow.firmware.evse.measure.Measurements;
import energy.ebbflow.firmware.power.Bounds;
import energy.ebbflow.firmware.power.GivenBounds;
import energy.ebbflow.firmware.power.Lease;
import energy.ebbflow.firmware.power.LocalControl;
import energy.ebbflow.firmware.power.PowerDecision;
import energy.ebbflow.firmware.power.Precedence;
import energy.ebbflow.firmware.power.der.GridSupport;
import energy.ebbflow.firmware.supervisor.Derating;
import energy.ebbflow.firmware.supervisor.Reaction;
import energy.ebbflow.firmware.supervisor.Supervisor;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleProtocol;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers everything that is said about the power of one outlet. */
final class Leases {
  /** Our own: a smaller missing energy is noise of the vehicle's estimate. */
  private static final double ENERGY_TOLERANCE_WH = 100;

  /** Name of what a vehicle asks for that steers itself. */
  static final String VEHICLE_REQUEST = "vehicle request";

  private final EvseSettings settings;
  private final double volts;
  private final List<Lease> leases = new ArrayList<>();

  private Leases(EvseSettings settings, double volts) {
    this.settings = settings;
    this.volts = volts;
  }

  /**
   * What the station itself can and may do, whatever the vehicle says.
   *
   * @param volts voltage at the outlet: turns current limits of a DC outlet into power
   * @param cableAmps rating of the plugged cable
   * @param derating what a warm outlet still gives of its current
   * @param dischargeDenied why this vehicle may not give energy back (R13, R14)
   */
  static List<Lease> ofStation(
      EvseSettings settings,
      double volts,
      Optional<Double> cableAmps,
      Optional<GivenBounds> station,
      Optional<GivenBounds> outlet,
      Optional<String> fault,
      Derating derating,
      Optional<String> dischargeDenied) {
    Leases build = new Leases(settings, volts);
    fault.ifPresent(code -> build.hard("fault " + code, Bounds.limits(0, 0)));
    build.hardware(cableAmps);
    if (derating.active()) {
      build.warm(derating);
    }
    dischargeDenied.ifPresent(reason -> build.hard(reason, Bounds.discharge(0)));
    // Q06.FR.22: of two set-points the one that was named first steers.
    boolean ownFirst = outlet.filter(own -> own.bounds().steering().beforeStation()).isPresent();
    if (ownFirst) {
      outlet.ifPresent(given -> build.given(given, Precedence.SERVICE, "profile "));
    }
    station.ifPresent(given -> build.given(given, Precedence.HARD, "station profile "));
    if (!ownFirst) {
      outlet.ifPresent(given -> build.given(given, Precedence.SERVICE, "profile "));
    }
    Bounds unmanaged =
        switch (settings.energy().unmanaged()) {
          case CHARGE -> Bounds.target(Double.MAX_VALUE);
          case NOTHING -> Bounds.target(0);
        };
    build.leases.add(Lease.standing("unmanaged", Precedence.DEFAULT, unmanaged));
    return List.copyOf(build.leases);
  }

  /** What the vehicle, its user and the state of the session add. */
  static List<Lease> ofSession(
      EvseSettings settings,
      double volts,
      VehicleKnowledge vehicle,
      Optional<UserNeeds> needs,
      Optional<String> closed) {
    Leases build = new Leases(settings, volts);
    closed.ifPresent(reason -> build.hard(reason, Bounds.limits(0, 0)));
    build.vehicle(vehicle, needs.flatMap(UserNeeds::minimumSocPercent));
    return List.copyOf(build.leases);
  }

  /**
   * Most reactive power, var, that can be asked of the vehicle now: only the charge loop of ISO
   * 15118-20 carries it, and a grid code asks it of a vehicle that may give energy back.
   */
  static Optional<Double> varsMax(Pass pass) {
    boolean carried =
        pass.state.acTransfer
            && pass.state.vehicle.bidirectional()
            && pass.state.vehicle.protocol().equals(VehicleProtocol.ISO20_AC.label());
    return pass.settings
        .ac()
        .map(Outlet.Ac::reactiveVarsMax)
        .filter(most -> carried && most > 0 && pass.dischargeDenied().isEmpty());
  }

  private void hardware(Optional<Double> cableAmps) {
    switch (settings.evse().outlet()) {
      case Outlet.Dc dc -> {
        double discharge = dc.discharge().map(limits -> limits.maxWatts().value()).orElse(0.0);
        hard("outlet power", Bounds.limits(dc.charge().maxWatts().value(), discharge));
        double dischargeAmps = dc.discharge().map(limits -> limits.maxAmps().value()).orElse(0.0);
        hard(
            "outlet current",
            Bounds.limits(dc.charge().maxAmps().value() * volts, dischargeAmps * volts));
      }
      case Outlet.Ac ac -> {
        double perAmp = settings.wattsPerAmp();
        hard(
            "outlet current",
            Bounds.limits(ac.max().value() * perAmp, ac.dischargeMax().value() * perAmp));
        cableAmps.ifPresent(
            amps -> hard("cable rating", Bounds.limits(amps * perAmp, amps * perAmp)));
      }
    }
  }

  /** R28: heat comes from the current, in either direction. */
  private void warm(Derating derating) {
    String reason =
        "temperature of "
            + derating.sensor()
            + ", "
            + Math.round(derating.fraction() * 100)
            + " % of the current";
    switch (settings.evse().outlet()) {
      case Outlet.Dc dc -> {
        double discharge = dc.discharge().map(limits -> limits.maxAmps().value()).orElse(0.0);
        hard(
            reason,
            Bounds.limits(
                dc.charge().maxAmps().value() * derating.fraction() * volts,
                discharge * derating.fraction() * volts));
      }
      case Outlet.Ac ac -> {
        double perAmp = settings.wattsPerAmp() * derating.fraction();
        hard(reason, Bounds.limits(ac.max().value() * perAmp, ac.dischargeMax().value() * perAmp));
      }
    }
  }

  private void given(GivenBounds given, Precedence precedence, String prefix) {
    PowerBounds bounds = given.bounds();
    String source = prefix + bounds.profile();
    Optional<Watts> setpoint = bounds.setpoint().map(this::watts);
    boolean hard = precedence == Precedence.HARD;
    leases.add(
        new Lease(
            source,
            precedence,
            new Bounds(
                bounds.chargeLimit().map(this::magnitude),
                bounds.dischargeLimit().map(this::magnitude),
                hard ? Optional.empty() : setpoint),
            given.expiresAtNanos(),
            // The link tells the next bounds at the turn of a profile, or a moment later, or later
            // still where the clock was set back: until then the old limits hold, not none.
            new Bounds(
                bounds.chargeLimit().map(this::magnitude),
                bounds.dischargeLimit().map(this::magnitude),
                Optional.empty())));
    if (hard && setpoint.isPresent()) {
      // R12: a limit of the connection is hard, but what somebody wants of it is a wish.
      leases.add(
          new Lease(
              source,
              Precedence.SERVICE,
              new Bounds(Optional.empty(), Optional.empty(), setpoint),
              given.expiresAtNanos(),
              Bounds.NONE));
    }
    bounds
        .steering()
        .fullness()
        .ifPresent(
            cap ->
                leases.add(
                    new Lease(
                        source + ", limit at the state of charge",
                        precedence,
                        new Bounds(
                            Optional.of(magnitude(cap.limit())),
                            Optional.empty(),
                            Optional.empty()),
                        given.expiresAtNanos(),
                        Bounds.NONE)));
  }

  /** R12: the user's minimum is a standing floor, whoever told it. */
  private void vehicle(VehicleKnowledge vehicle, Optional<Integer> minimum) {
    if (!vehicle.bidirectional()) {
      hard("discharge is not agreed with the vehicle", Bounds.discharge(0));
    }
    vehicle.state().ifPresent(this::vehicleLimits);
    Optional<Double> soc = vehicle.socPercent();
    double floor =
        Math.max(
            Math.max(settings.energy().dischargeFloorPercent(), minimum.orElse(0)),
            vehicle.state().flatMap(SeccEffect.VehicleState::minimumSocPercent).orElse(0.0));
    if (soc.isEmpty()) {
      mobility("state of charge unknown", Bounds.discharge(0));
    } else if (soc.get() <= floor) {
      mobility("discharge floor " + Math.round(floor) + " %", Bounds.discharge(0));
    }
    boolean needsEnergy =
        vehicle
            .state()
            .flatMap(SeccEffect.VehicleState::energyMinWh)
            .filter(missing -> missing > ENERGY_TOLERANCE_WH)
            .isPresent();
    boolean belowMinimum = minimum.isPresent() && soc.isPresent() && soc.get() < minimum.get();
    if (needsEnergy || belowMinimum) {
      // R12: below the user's minimum the vehicle is charged at once, whatever a service wants.
      mobility(
          "minimum energy of the user",
          new Bounds(
              Optional.empty(), Optional.of(Watts.ZERO), Optional.of(new Watts(Double.MAX_VALUE))));
    }
  }

  private void vehicleLimits(SeccEffect.VehicleState state) {
    hard("vehicle power", limits(state.chargeWattsMax(), state.dischargeWattsMax()));
    hard(
        "vehicle current",
        limits(
            state.chargeAmpsMax().map(amps -> amps * wattsPerAmp()),
            state.dischargeAmpsMax().map(amps -> amps * wattsPerAmp())));
    state.targetAmps().ifPresent(amps -> vehicleRequest(amps * volts));
  }

  /** Scheduled control: the vehicle steers, within what every other limit leaves. */
  private void vehicleRequest(double watts) {
    hard(VEHICLE_REQUEST, Bounds.limits(Math.max(0, watts), Math.max(0, -watts)));
    leases.add(Lease.standing(VEHICLE_REQUEST, Precedence.SERVICE, Bounds.target(watts)));
  }

  private static Bounds limits(Optional<Double> charge, Optional<Double> discharge) {
    return new Bounds(
        charge.map(Math::abs).map(Watts::new),
        discharge.map(Math::abs).map(Watts::new),
        Optional.empty());
  }

  private Watts magnitude(Quantity quantity) {
    return new Watts(Math.abs(watts(quantity).value()));
  }

  private Watts watts(Quantity quantity) {
    return switch (quantity.unit()) {
      case WATT -> new Watts(quantity.value());
      case AMPERE -> new Watts(quantity.value() * wattsPerAmp());
    };
  }

  /** One current at a DC outlet; the current of each phase at an AC outlet, as vehicles mean it. */
  private double wattsPerAmp() {
    return settings.dc().isPresent() ? volts : settings.wattsPerAmp();
  }

  private void hard(String source, Bounds bounds) {
    leases.add(Lease.standing(source, Precedence.HARD, bounds));
  }

  private void mobility(String source, Bounds bounds) {
    leases.add(Lease.standing(source, Precedence.MOBILITY, bounds));
  }

  /**
   * What the station itself says about power. All that it is made of is immutable, so that the same
   * objects give the same leases: they are gathered anew only when one of them is another.
   *
   * @param limits what was decided by these leases alone
   */
  record Gathered(Source source, List<Lease> leases, Optional<Limits> limits) {
    Gathered {
      leases = List.copyOf(leases);
    }

    /** Before anything was gathered. */
    static final Optional<Gathered> NOTHING = Optional.empty();

    /**
     * A decision, and the time in which the leases say the same.
     *
     * @param fromNanos when it was made
     * @param untilNanos when the next lease expires; absent if none does
     */
    record Limits(PowerDecision decision, long fromNanos, Optional<Long> untilNanos) {
      boolean hold(long nowNanos) {
        return nowNanos - fromNanos >= 0
            && (untilNanos.isEmpty() || nowNanos - untilNanos.get() < 0);
      }
    }

    /**
     * The leases of this pass, in the order of rank.
     *
     * @param before what an earlier question gathered
     * @param volts voltage at the outlet: turns current limits of a DC outlet into power
     */
    static Gathered at(Optional<Gathered> before, Pass pass, double volts) {
      Optional<Lease> circuit = pass.basics().circuitLease();
      if (before.isPresent() && before.get().source.still(pass.state, volts, circuit)) {
        return before.get();
      }
      return new Gathered(
          Source.of(pass.state, volts, circuit), gather(pass, volts, circuit), Optional.empty());
    }

    /** The same with what they decide alone. */
    Gathered decided(long nowNanos) {
      if (limits.isPresent() && limits.get().hold(nowNanos)) {
        return this;
      }
      Optional<Long> until = Optional.empty();
      for (Lease lease : leases) {
        boolean sooner =
            lease.expiresAtNanos().isPresent()
                && !lease.expired(nowNanos)
                && (until.isEmpty() || lease.expiresAtNanos().get() - until.get() < 0);
        until = sooner ? lease.expiresAtNanos() : until;
      }
      PowerDecision decision = PowerDecision.decide(leases, nowNanos);
      return new Gathered(source, leases, Optional.of(new Limits(decision, nowNanos, until)));
    }

    private static List<Lease> gather(Pass pass, double volts, Optional<Lease> circuit) {
      EvseState state = pass.state;
      Optional<String> fault =
          state.supervisor.demands(Reaction.HOLD)
              ? state.supervisor.worst().map(worst -> worst.code())
              : Optional.empty();
      Optional<Double> cable = pass.cableAmps();
      List<Lease> leases =
          new ArrayList<>(
              ofStation(
                  pass.settings,
                  volts,
                  cable,
                  state.stationBounds,
                  state.steeredBounds(),
                  fault,
                  state.supervisor.derating(),
                  pass.dischargeDenied()));
      circuit.ifPresent(leases::add);
      state
          .gridLimit
          .map(watts -> Lease.standing("grid operator", Precedence.HARD, Bounds.charge(watts)))
          .ifPresent(leases::add);
      leases.addAll(state.gridSupport.leases());
      if (state.tokenRefused) {
        leases.add(Lease.standing("token is not accepted", Precedence.HARD, Bounds.limits(0, 0)));
      }
      return leases;
    }

    /** Every part of the state that {@link #gather} looks at, compared by identity. */
    private record Source(
        double volts,
        Optional<Lease> circuit,
        Supervisor supervisor,
        Measurements measured,
        Optional<GivenBounds> stationBounds,
        Optional<GivenBounds> outletBounds,
        LocalControl local,
        VehicleKnowledge vehicle,
        Entitlement entitlement,
        Optional<Double> gridLimit,
        GridSupport gridSupport,
        boolean tokenRefused) {
      static Source of(EvseState state, double volts, Optional<Lease> circuit) {
        return new Source(
            volts,
            circuit,
            state.supervisor,
            state.measured,
            state.stationBounds,
            state.outletBounds,
            state.local,
            state.vehicle,
            state.entitlement,
            state.gridLimit,
            state.gridSupport,
            state.tokenRefused);
      }

      @SuppressWarnings("ReferenceEquality") // the same object is the same, whatever it holds
      boolean still(EvseState state, double volts, Optional<Lease> circuit) {
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
            && tokenRefused == state.tokenRefused
            && this.circuit.equals(circuit);
      }
    }
  }
}
