package energy.ebbflow.iso15118.secc.extension;

import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;

/**
 * How one session differs from ISO 15118-2: which signs its numbers have and what they mean.
 * Immutable; each answer names the dialect that goes on.
 *
 * <p>A dialect decides no power. What it reports in {@link Verdict.Accepted} is bounded by the
 * energy decision, and a discharge current may be reported only where {@link #mayDischarge} holds.
 */
public interface Iso2Dialect {
  /** The energy service it amounts to, in the words of ISO 15118-20, e.g. {@code DC_BPT}. */
  String service();

  /** Whether it agrees that energy may flow out of the vehicle. */
  boolean bidirectional();

  /**
   * The vehicle told its limits in charge parameter discovery.
   *
   * @param said as it came
   * @param report the same as the standard reads it: a negative limit is in there as it came
   */
  Verdict parameters(DcEvChargeParameter said, VehicleState report, EvseView view);

  /** The station's limits for the answer to that, from those of the standard. */
  default DcEvseChargeParameter offer(DcEvseChargeParameter standard, EvseView view) {
    return standard;
  }

  /**
   * The vehicle told what it wants in the charge loop.
   *
   * @param said as it came
   * @param report the same as the standard reads it: negative numbers are in there as they came
   * @param before what was known of the vehicle
   */
  Verdict demand(
      CurrentDemandRequest said, VehicleState report, VehicleState before, EvseView view);

  /** The answer to that, from the one of the standard. */
  CurrentDemandResponse answer(CurrentDemandResponse standard, EvseView view);

  /** Whether the station permits this vehicle to give energy back at this instant. */
  static boolean mayDischarge(EvseView view) {
    return view.outlook().bidirectional()
        && view.envelope().dischargeWattsMax() > 0
        && view.envelope().dischargeAmpsMax() > 0;
  }

  /** What a dialect makes of a request. */
  sealed interface Verdict {
    /**
     * The request is right.
     *
     * @param next the dialect from now on
     * @param state what the vehicle said; limits are magnitudes
     */
    record Accepted(Iso2Dialect next, VehicleState state) implements Verdict {}

    /** The vehicle has to say its limits again: the answer is EVSEProcessing Ongoing. */
    record Again(Iso2Dialect next) implements Verdict {}

    /** The request is wrong, and the session ends. */
    record Refused(ResponseCode code, String reason) implements Verdict {}
  }
}
