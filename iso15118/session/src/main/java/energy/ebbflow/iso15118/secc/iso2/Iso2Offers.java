package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.iso15118.message.iso2.charge.AcEvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.EvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.schedule.PmaxSchedule;
import energy.ebbflow.iso15118.message.iso2.schedule.PmaxScheduleEntry;
import energy.ebbflow.iso15118.message.iso2.schedule.RelativeTimeInterval;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleTuple;
import energy.ebbflow.iso15118.message.iso2.service.ChargeService;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.iso15118.message.iso2.service.ServiceCategory;
import energy.ebbflow.iso15118.message.iso2.service.SupportedEnergyTransferMode;
import energy.ebbflow.iso15118.secc.AcSupply;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.EvseView.PowerEnvelope;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a station offers under ISO 15118-2, from the same configuration as under -20. */
public final class Iso2Offers {
  /** ServiceID of charging [V2G2-417]. */
  public static final int CHARGE_SERVICE = 1;

  /** The one schedule of a station without a tariff. */
  public static final int ONLY_TUPLE = 1;

  /** EVSEID of a station that has none of a valid form (ISO 15118-2 Table 11). */
  private static final String UNKNOWN_EVSE_ID = "ZZ00000";

  private static final int SHORTEST_EVSE_ID = 7;
  private static final int LONGEST_EVSE_ID = 37;
  private static final int DAY_SECONDS = 86_400;

  /** Peak to peak; IEC 61851-23 allows more, our converters have less. */
  private static final double PEAK_RIPPLE_AMPS = 1;

  private Iso2Offers() {}

  /** The modes of energy transfer. */
  public static List<EnergyTransferMode> modes(SeccConfig config) {
    List<EnergyTransferMode> modes = new ArrayList<>();
    if (config.services().stream().anyMatch(EnergyService::isDc)) {
      // A combined connector carries both; a vehicle asks for the one it knows.
      modes.add(EnergyTransferMode.DC_EXTENDED);
      modes.add(EnergyTransferMode.DC_CORE);
    }
    if (config.services().stream().anyMatch(service -> !service.isDc())) {
      if (config.ac().phases() == 3) {
        modes.add(EnergyTransferMode.AC_THREE_PHASE_CORE);
      }
      modes.add(EnergyTransferMode.AC_SINGLE_PHASE_CORE);
    }
    return modes;
  }

  /** The charging service. */
  public static ChargeService service(SeccConfig config) {
    return new ChargeService(
        CHARGE_SERVICE,
        Optional.empty(),
        ServiceCategory.EV_CHARGING,
        Optional.empty(),
        false,
        new SupportedEnergyTransferMode(modes(config)));
  }

  /** Whether a mode is direct current. */
  public static boolean isDc(EnergyTransferMode mode) {
    return switch (mode) {
      case AC_SINGLE_PHASE_CORE, AC_THREE_PHASE_CORE -> false;
      case DC_CORE, DC_EXTENDED, DC_COMBO_CORE, DC_UNIQUE -> true;
    };
  }

  /** The station's limits. */
  public static EvseChargeParameter parameters(Iso2Turn turn, boolean dc) {
    PowerEnvelope limits = turn.view().envelope();
    if (dc) {
      return new DcEvseChargeParameter(
          Statuses.dc(turn),
          Physical.ampsLimit(limits.chargeAmpsMax()),
          Physical.wattsLimit(limits.chargeWattsMax()),
          Physical.voltsLimit(limits.voltsMax()),
          Physical.amps(0),
          Physical.volts(limits.voltsMin()),
          Optional.empty(),
          Physical.amps(PEAK_RIPPLE_AMPS),
          Optional.empty());
    }
    return new AcEvseChargeParameter(
        Statuses.ac(turn),
        Physical.volts(turn.config().ac().nominalVolts()),
        Physical.ampsLimit(acAmps(turn.view(), turn.config().ac())));
  }

  /** One schedule: the limit of the moment, for a day. */
  public static SaScheduleList schedules(double watts) {
    return new SaScheduleList(
        List.of(
            new SaScheduleTuple(
                ONLY_TUPLE,
                new PmaxSchedule(
                    List.of(
                        new PmaxScheduleEntry(
                            new RelativeTimeInterval(0, Optional.of(DAY_SECONDS)),
                            Physical.wattsLimit(watts)))),
                Optional.empty())));
  }

  /** Current limit of each phase, A: -2 has one for all of them. The set-point bounds it. */
  public static double acAmps(EvseView view, AcSupply supply) {
    double watts = Math.clamp(view.targetWatts(), 0, view.envelope().chargeWattsMax());
    return Math.min(
        view.envelope().chargeAmpsMax(), watts / (supply.phases() * supply.nominalVolts()));
  }

  /** The EVSEID in a form the standard takes. */
  public static String evseId(EvseView view) {
    int length = view.evseId().length();
    return length >= SHORTEST_EVSE_ID && length <= LONGEST_EVSE_ID
        ? view.evseId()
        : UNKNOWN_EVSE_ID;
  }
}
