package energy.ebbflow.iso15118.secc;

import energy.ebbflow.exi.Octets;
import java.util.Optional;

/**
 * What the station wishes and knows beyond the present limits; all of it may be absent. It may
 * change with every step.
 *
 * @param bidirectional whether this vehicle may give energy back: false where the combination of
 *     vehicle, charger and country is not on the allow-list (R14), then no bidirectional service is
 *     offered
 * @param planPending a plan is on its way: a vehicle that asks for its schedule waits, for as long
 *     as the standard lets it
 * @param plan power over time
 * @param needs what the user told the station, not the vehicle
 * @param ask what the station asks of the vehicle while energy flows; {@link EvseView#stop()} comes
 *     before it
 * @param ac what an AC outlet measures and wants beyond its total power
 * @param reading the meter's own signature and state, to go with its registers
 * @param cost what the session cost so far
 * @param alarm what is wrong, where a protocol has a word for it; mostly behind {@link
 *     EvseView.Stop#FAULT}
 * @param wantedWatts set-point of the energy decision as if the vehicle had asked for nothing,
 *     signed; absent where {@link EvseView#targetWatts()} says it. A vehicle that follows the
 *     station's direction needs it: its present wish would hide the station's next one
 */
public record Outlook(
    boolean bidirectional,
    boolean planPending,
    Optional<PowerPlan> plan,
    Optional<MobilityNeeds> needs,
    Optional<Ask> ask,
    Optional<AcOutlook> ac,
    Optional<Reading> reading,
    Optional<Cost> cost,
    Optional<Alarm> alarm,
    Optional<Double> wantedWatts) {
  /** Refuses what is no number. */
  public Outlook {
    if (!wantedWatts.map(Double::isFinite).orElse(true)) {
      throw new IllegalArgumentException("a wanted power is a finite number");
    }
  }

  /** Nothing is wished, nothing more is known, and the vehicle may give energy back. */
  public static final Outlook NONE =
      new Outlook(
          true,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same with another allowance to give energy back. */
  public Outlook withBidirectional(boolean allowed) {
    return new Outlook(
        allowed, planPending, plan, needs, ask, ac, reading, cost, alarm, wantedWatts);
  }

  /** The same while a plan is on its way. */
  public Outlook withPlanPending() {
    return new Outlook(
        bidirectional, true, plan, needs, ask, ac, reading, cost, alarm, wantedWatts);
  }

  /** The same with a plan. */
  public Outlook withPlan(PowerPlan other) {
    return new Outlook(
        bidirectional,
        false,
        Optional.of(other),
        needs,
        ask,
        ac,
        reading,
        cost,
        alarm,
        wantedWatts);
  }

  /** The same with the user's needs. */
  public Outlook withNeeds(MobilityNeeds other) {
    return new Outlook(
        bidirectional,
        planPending,
        plan,
        Optional.of(other),
        ask,
        ac,
        reading,
        cost,
        alarm,
        wantedWatts);
  }

  /** The same with a request to the vehicle. */
  public Outlook withAsk(Ask other) {
    return new Outlook(
        bidirectional,
        planPending,
        plan,
        needs,
        Optional.of(other),
        ac,
        reading,
        cost,
        alarm,
        wantedWatts);
  }

  /** The same with what an AC outlet knows. */
  public Outlook withAc(AcOutlook other) {
    return new Outlook(
        bidirectional,
        planPending,
        plan,
        needs,
        ask,
        Optional.of(other),
        reading,
        cost,
        alarm,
        wantedWatts);
  }

  /** The same with the meter's own words. */
  public Outlook withReading(Reading other) {
    return new Outlook(
        bidirectional,
        planPending,
        plan,
        needs,
        ask,
        ac,
        Optional.of(other),
        cost,
        alarm,
        wantedWatts);
  }

  /** The same with a cost. */
  public Outlook withCost(Cost other) {
    return new Outlook(
        bidirectional,
        planPending,
        plan,
        needs,
        ask,
        ac,
        reading,
        Optional.of(other),
        alarm,
        wantedWatts);
  }

  /** The same with the name of a fault. */
  public Outlook withAlarm(Alarm other) {
    return new Outlook(
        bidirectional,
        planPending,
        plan,
        needs,
        ask,
        ac,
        reading,
        cost,
        Optional.of(other),
        wantedWatts);
  }

  /** The same with what the station wants, W, signed. */
  public Outlook withWantedWatts(double watts) {
    return new Outlook(
        bidirectional, planPending, plan, needs, ask, ac, reading, cost, alarm, Optional.of(watts));
  }

  /** A fault that a protocol has a word for. */
  public enum Alarm {
    /** The residual-current device has tripped. */
    RESIDUAL_CURRENT,
    /** Somebody pressed the emergency stop, or a safety device opened. */
    EMERGENCY_STOP,
    /** The voltage at the outlet is below what the outlet can do. */
    UNDER_VOLTAGE,
    /** The supplying grid is gone: nothing flows, the session may wait. */
    GRID_LOST
  }

  /** What a station asks of a vehicle in the charge loop; the vehicle decides when it follows. */
  public enum Ask {
    /** There is another plan. A plan with another version asks by itself. */
    SCHEDULE_RENEGOTIATION,
    /** The vehicle shall choose its service anew, e.g. once it may give energy back. */
    SERVICE_RENEGOTIATION,
    /** The vehicle shall confirm the meter's reading. */
    METERING_CONFIRMATION,
    /** The vehicle rests in standby and shall come back. */
    EXIT_STANDBY
  }

  /**
   * What the user wants, as the station knows it.
   *
   * @param departureUtcSeconds when the vehicle has to be ready, seconds since 1970
   * @param targetSocPercent wanted at departure, 0 to 100
   * @param minimumSocPercent to be reached as soon as possible and kept, 0 to 100
   */
  public record MobilityNeeds(
      Optional<Long> departureUtcSeconds,
      Optional<Integer> targetSocPercent,
      Optional<Integer> minimumSocPercent) {
    /** Refuses what is no state of charge, and a minimum above the target [V2G20-1640]. */
    public MobilityNeeds {
      if (!percent(targetSocPercent) || !percent(minimumSocPercent)) {
        throw new IllegalArgumentException("a state of charge is 0 to 100 %");
      }
      if (minimumSocPercent.orElse(0) > targetSocPercent.orElse(100)) {
        throw new IllegalArgumentException("the minimum state of charge is above the target");
      }
    }

    private static boolean percent(Optional<Integer> value) {
      return value.map(v -> v >= 0 && v <= 100).orElse(true);
    }
  }

  /**
   * An AC outlet beyond its total power. Positive towards the vehicle.
   *
   * @param presentWatts active power measured
   * @param presentAmps current measured
   * @param presentVolts voltage of each phase to neutral measured
   * @param presentHertz frequency measured
   * @param targetWatts set-point by phase; its sum is {@link EvseView#targetWatts()}. Absent where
   *     the total alone counts
   * @param targetVars reactive power wanted, positive is inductive
   * @param targetHertz frequency the vehicle shall hold, where it forms the grid
   */
  public record AcOutlook(
      Optional<PhaseValues> presentWatts,
      Optional<PhaseValues> presentAmps,
      Optional<PhaseValues> presentVolts,
      Optional<Double> presentHertz,
      Optional<PhaseValues> targetWatts,
      Optional<PhaseValues> targetVars,
      Optional<Double> targetHertz) {
    /** Refuses frequencies that are none. */
    public AcOutlook {
      if (!presentHertz.map(f -> f >= 0 && f < 1_000).orElse(true)
          || !targetHertz.map(f -> f >= 0 && f < 1_000).orElse(true)) {
        throw new IllegalArgumentException("a frequency is 0 to 1000 Hz");
      }
    }

    /** Measured values of power alone. */
    public static AcOutlook measured(PhaseValues watts) {
      return new AcOutlook(
          Optional.of(watts),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * What a meter says of its own reading.
   *
   * @param signature raw, at most {@value #MAX_SIGNATURE} octets
   * @param status as its maker defines it, -32768 to 32767
   */
  public record Reading(Optional<Octets> signature, Optional<Integer> status) {
    /** MeterSignature and SigMeterReading have room for so many octets. */
    public static final int MAX_SIGNATURE = 64;

    /** Refuses what has no room on the wire. */
    public Reading {
      if (signature.map(Octets::length).orElse(0) > MAX_SIGNATURE) {
        throw new IllegalArgumentException(
            "a meter's signature has at most " + MAX_SIGNATURE + " octets");
      }
      if (status.orElse(0) != status.orElse(0).shortValue()) {
        throw new IllegalArgumentException("a meter's status has 16 bits");
      }
    }
  }

  /**
   * What the session cost so far, in the currency of the plan.
   *
   * @param sinceUtcSeconds when the session began to cost, seconds since 1970
   * @param energyWattHours energy that was charged for
   * @param pricePerKwh its price, on the average
   * @param total what it cost
   */
  public record Cost(
      long sinceUtcSeconds, double energyWattHours, double pricePerKwh, double total) {
    /** Refuses what is no number. */
    public Cost {
      if (!(energyWattHours >= 0)
          || !Double.isFinite(energyWattHours)
          || !Double.isFinite(pricePerKwh)
          || !Double.isFinite(total)) {
        throw new IllegalArgumentException("a cost consists of finite numbers");
      }
    }
  }
}
