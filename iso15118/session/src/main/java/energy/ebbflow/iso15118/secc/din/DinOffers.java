package energy.ebbflow.iso15118.secc.din;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.din.charge.DcEvseChargeParameter;
import energy.ebbflow.iso15118.message.din.schedule.PmaxSchedule;
import energy.ebbflow.iso15118.message.din.schedule.PmaxScheduleEntry;
import energy.ebbflow.iso15118.message.din.schedule.RelativeTimeInterval;
import energy.ebbflow.iso15118.message.din.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.din.schedule.SaScheduleTuple;
import energy.ebbflow.iso15118.message.din.service.EvRequestedEnergyTransfer;
import energy.ebbflow.iso15118.message.din.service.EvseSupportedEnergyTransfer;
import energy.ebbflow.iso15118.message.din.service.ServiceCategory;
import energy.ebbflow.iso15118.message.din.service.ServiceCharge;
import energy.ebbflow.iso15118.message.din.service.ServiceTag;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.EvseView.PowerEnvelope;
import energy.ebbflow.iso15118.secc.SeccConfig;
import java.util.List;
import java.util.Optional;

/** What a station offers under DIN 70121, from the same configuration as under ISO 15118. */
public final class DinOffers {
  /** ServiceID of charging. */
  public static final int CHARGE_SERVICE = 1;

  /** The one schedule; DIN 70121 has no tariffs to choose by [V2G-DC-554]. */
  public static final int ONLY_TUPLE = 1;

  private static final int PMAX_SCHEDULE_ID = 1;

  /** The duration has to be there, and to cover a day. */
  private static final long DAY_SECONDS = 86_400;

  private static final int CORE_CONNECTOR = 1;
  private static final int LONGEST_EVSE_ID = 32;
  private static final String NIBBLES = "0123456789*";
  private static final Octets NO_EVSE_ID = Octets.of(new byte[1]);

  /** Peak to peak; IEC 61851-23 allows more, our converters have less. */
  private static final double PEAK_RIPPLE_AMPS = 1;

  private DinOffers() {}

  /** The charging service, of the one connector. Name and scope are not used [V2G-DC-628, 629]. */
  public static ServiceCharge service(SeccConfig config) {
    return new ServiceCharge(
        new ServiceTag(
            CHARGE_SERVICE, Optional.empty(), ServiceCategory.EV_CHARGING, Optional.empty()),
        false,
        config.connector() == CORE_CONNECTOR
            ? EvseSupportedEnergyTransfer.DC_CORE
            : EvseSupportedEnergyTransfer.DC_EXTENDED);
  }

  /**
   * Whether a vehicle may ask for this [V2G-DC-397]. The combined connector carries both pin sets;
   * a vehicle names the one it knows.
   */
  public static boolean offered(EvRequestedEnergyTransfer transfer) {
    return switch (transfer) {
      case DC_CORE, DC_EXTENDED -> true;
      case AC_SINGLE_PHASE_CORE, AC_THREE_PHASE_CORE, DC_COMBO_CORE, DC_UNIQUE -> false;
    };
  }

  /** The station's limits. */
  public static DcEvseChargeParameter parameters(DinTurn turn) {
    PowerEnvelope limits = turn.view().envelope();
    return new DcEvseChargeParameter(
        Statuses.dc(turn),
        Physical.ampsLimit(limits.chargeAmpsMax()),
        Optional.of(Physical.wattsLimit(limits.chargeWattsMax())),
        Physical.voltsLimit(limits.voltsMax()),
        Physical.amps(0),
        Physical.volts(limits.voltsMin()),
        Optional.empty(),
        Physical.amps(PEAK_RIPPLE_AMPS),
        Optional.empty());
  }

  /**
   * One schedule: the limit of the moment, for a day. PMax is a 16-bit number of watts: above 32767
   * W it says 32767, and the limits beside it say how much it really is.
   */
  public static SaScheduleList schedules(EvseView view) {
    int watts = (int) Math.min(view.envelope().chargeWattsMax(), Short.MAX_VALUE);
    return new SaScheduleList(
        List.of(
            new SaScheduleTuple(
                ONLY_TUPLE,
                new PmaxSchedule(
                    PMAX_SCHEDULE_ID,
                    List.of(
                        new PmaxScheduleEntry(
                            new RelativeTimeInterval(0, Optional.of(DAY_SECONDS)), watts))),
                Optional.empty())));
  }

  /**
   * The EVSEID of DIN SPEC 91286, a digit for each half byte and 0xA for an asterisk, padded with
   * 0xF. An id of another form, as those of ISO 15118 with their letters, cannot be written so:
   * then it is one byte of 0, which is the value of a station without an id.
   */
  public static Octets evseId(EvseView view) {
    String id = view.evseId();
    if (id.isEmpty()
        || id.length() > 2 * LONGEST_EVSE_ID
        || id.chars().anyMatch(letter -> NIBBLES.indexOf(letter) < 0)) {
      return NO_EVSE_ID;
    }
    String hex = id.replace('*', 'A');
    return Octets.ofHex(hex.length() % 2 == 0 ? hex : hex + 'F');
  }
}
