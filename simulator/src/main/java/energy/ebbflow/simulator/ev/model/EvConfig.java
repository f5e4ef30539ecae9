package energy.ebbflow.simulator.ev.model;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.simulator.ev.body.BodySpec;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import java.util.List;
import java.util.Optional;

/**
 * A vehicle: what it is, what it speaks and how it behaves.
 *
 * @param name for people
 * @param evccId EVCCID of ISO 15118-20, personal data
 * @param mac EVCCID of ISO 15118-2 and DIN SPEC 70121: 6 bytes, personal data
 * @param body its electrical half
 * @param protocols what it speaks
 * @param iso20 what it wants of a session by ISO 15118-20
 * @param needs what its user needs
 * @param habits its timing
 * @param user what its user does
 * @param misbehaviour what it does wrong
 * @param steps of its visit, taken one after the other
 */
public record EvConfig(
    String name,
    String evccId,
    Octets mac,
    BodySpec body,
    Protocols protocols,
    Iso20Wishes iso20,
    Needs needs,
    Habits habits,
    UserPlan user,
    Misbehaviour misbehaviour,
    List<VehicleStep> steps) {
  public EvConfig {
    steps = List.copyOf(steps);
  }

  /**
   * What the vehicle speaks.
   *
   * @param spoken protocols of digital communication, the most wanted first; empty: none
   * @param bidirectional it gives energy back (DC_BPT or AC_BPT)
   * @param discovers it sends SDP requests at a 5 % duty
   * @param tls whether it asks for an encrypted link
   * @param contract it would rather be paid for by contract (plug and charge) than by its user at
   *     the charger; takes what is offered
   * @param sae how it gives energy back over ISO 15118-2 by SAE J2847/2
   * @param dcInlet its plug has DC contacts
   */
  public record Protocols(
      List<EvProtocol> spoken,
      boolean bidirectional,
      boolean discovers,
      TlsWish tls,
      boolean contract,
      Sae sae,
      boolean dcInlet) {
    public Protocols {
      spoken = List.copyOf(spoken);
    }

    /** The same with or without energy back. */
    public Protocols withBidirectional(boolean allowed) {
      return new Protocols(spoken, allowed, discovers, tls, contract, sae, dcInlet);
    }

    /** Digital communication is possible. */
    public boolean talks() {
      return discovers && !spoken.isEmpty();
    }
  }

  /** Energy out of the vehicle by SAE J2847/2. */
  public enum Sae {
    /** It does not know it. */
    OFF,
    /** For a house that is separated from the grid. */
    V2H,
    /** For the grid. */
    V2G
  }

  /**
   * What the vehicle wants of a session by ISO 15118-20.
   *
   * @param control control modes it takes, the most wanted first
   * @param needs who may know the user's needs, the most wanted first
   * @param checksIn it sends VehicleCheckInReq and VehicleCheckOutReq
   */
  public record Iso20Wishes(List<Control> control, List<NeedsBy> needs, boolean checksIn) {
    public Iso20Wishes {
      control = List.copyOf(control);
      needs = List.copyOf(needs);
      if (control.isEmpty() || needs.isEmpty()) {
        throw new IllegalArgumentException("expected a control mode and someone with needs");
      }
    }

    /** The same with other control modes, the most wanted first. */
    public Iso20Wishes withControl(List<Control> other) {
      return new Iso20Wishes(other, needs, checksIn);
    }
  }

  /** Parameter ControlMode of ISO 15118-20 Table 204; the constants stand in its order. */
  public enum Control {
    /** The vehicle keeps to a schedule of the charger. */
    SCHEDULED,
    /** The charger decides from moment to moment. */
    DYNAMIC;

    /** Value of the parameter. */
    public int code() {
      return ordinal() + 1;
    }
  }

  /** Parameter MobilityNeedsMode of ISO 15118-20 Table 204; the constants stand in its order. */
  public enum NeedsBy {
    /** The vehicle knows them. */
    EVCC,
    /** The charger may know them better. */
    SECC;

    /** Value of the parameter. */
    public int code() {
      return ordinal() + 1;
    }
  }

  /** What a vehicle wants of the security of its link. */
  public enum TlsWish {
    /** Plain TCP, even where certificates are at hand. */
    NEVER,
    /** TLS where certificates are at hand; plain TCP where the charger has only that. */
    WHERE_POSSIBLE,
    /** No session without TLS. */
    ALWAYS
  }

  /**
   * Mobility needs.
   *
   * @param targetSocPercent to be reached at departure
   * @param minimumSocPercent never to be below
   * @param departureSeconds until departure
   */
  public record Needs(int targetSocPercent, int minimumSocPercent, long departureSeconds) {
    public Needs {
      if (minimumSocPercent < 0
          || targetSocPercent > 100
          || minimumSocPercent > targetSocPercent
          || departureSeconds < 0) {
        throw new IllegalArgumentException(
            "needs expect 0 <= minimum <= target <= 100 %, got "
                + minimumSocPercent
                + " and "
                + targetSocPercent);
      }
    }
  }

  /**
   * Timing.
   *
   * @param loopSeconds from an answer in the charge loop to the next request
   * @param pollSeconds from an answer "ongoing" to the next request
   * @param readySeconds from a duty that allows current until state C on basic charging
   * @param patience factor on the time-outs of messages, at least 1; above 1 when virtual time runs
   *     faster than the computers
   * @param returnSeconds from a broken session until it tries again of its own accord; empty: it
   *     waits until the station takes the pilot signal away and offers it anew
   * @param sleepSeconds so long without usable current on basic charging and it sleeps; empty:
   *     never
   * @param wakeSeconds so long the line must be without positive voltage to wake it
   * @param believes it takes what the charger says of voltage and current as it is, however
   *     implausible: without a cable there are chargers that only pretend to have power
   */
  public record Habits(
      double loopSeconds,
      double pollSeconds,
      double readySeconds,
      double patience,
      Optional<Double> returnSeconds,
      Optional<Double> sleepSeconds,
      double wakeSeconds,
      boolean believes) {
    /** A vehicle that judges what its charger says. */
    public Habits(
        double loopSeconds,
        double pollSeconds,
        double readySeconds,
        double patience,
        Optional<Double> returnSeconds,
        Optional<Double> sleepSeconds,
        double wakeSeconds) {
      this(
          loopSeconds,
          pollSeconds,
          readySeconds,
          patience,
          returnSeconds,
          sleepSeconds,
          wakeSeconds,
          false);
    }

    /** What cars in the field do. */
    public static final Habits ORDINARY =
        new Habits(0.25, 0.1, 1, 1, Optional.empty(), Optional.empty(), 4);

    /** The same with more patience. */
    public Habits withPatience(double factor) {
      return new Habits(
          loopSeconds,
          pollSeconds,
          readySeconds,
          factor,
          returnSeconds,
          sleepSeconds,
          wakeSeconds,
          believes);
    }

    /** The same with another time from an answer in the charge loop to the next request, s. */
    public Habits withLoopSeconds(double seconds) {
      return new Habits(
          seconds,
          pollSeconds,
          readySeconds,
          patience,
          returnSeconds,
          sleepSeconds,
          wakeSeconds,
          believes);
    }

    /** The same, and it takes what the charger says as it is. */
    public Habits believing() {
      return new Habits(
          loopSeconds,
          pollSeconds,
          readySeconds,
          patience,
          returnSeconds,
          sleepSeconds,
          wakeSeconds,
          true);
    }
  }

  /** The same vehicle that speaks differently. */
  public EvConfig with(Protocols other) {
    return new EvConfig(
        name, evccId, mac, body, other, iso20, needs, habits, user, misbehaviour, steps);
  }

  /** The same vehicle with another body. */
  public EvConfig with(BodySpec other) {
    return new EvConfig(
        name, evccId, mac, other, protocols, iso20, needs, habits, user, misbehaviour, steps);
  }

  /** The same vehicle with other wishes for ISO 15118-20. */
  public EvConfig with(Iso20Wishes other) {
    return new EvConfig(
        name, evccId, mac, body, protocols, other, needs, habits, user, misbehaviour, steps);
  }

  /** The same vehicle with other needs. */
  public EvConfig with(Needs other) {
    return new EvConfig(
        name, evccId, mac, body, protocols, iso20, other, habits, user, misbehaviour, steps);
  }

  /** The same vehicle with another user. */
  public EvConfig with(UserPlan other) {
    return new EvConfig(
        name, evccId, mac, body, protocols, iso20, needs, habits, other, misbehaviour, steps);
  }

  /** The same vehicle with another fault. */
  public EvConfig with(Misbehaviour other) {
    return new EvConfig(
        name, evccId, mac, body, protocols, iso20, needs, habits, user, other, steps);
  }

  /** The same vehicle with other steps. */
  public EvConfig withSteps(List<VehicleStep> other) {
    return new EvConfig(
        name, evccId, mac, body, protocols, iso20, needs, habits, user, misbehaviour, other);
  }

  /** The same vehicle with another timing. */
  public EvConfig with(Habits other) {
    return new EvConfig(
        name, evccId, mac, body, protocols, iso20, needs, other, user, misbehaviour, steps);
  }
}
