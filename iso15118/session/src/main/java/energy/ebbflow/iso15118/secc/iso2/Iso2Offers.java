package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.AcEvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.EvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.service.ChargeService;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOption;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOptionList;
import energy.ebbflow.iso15118.message.iso2.service.Service;
import energy.ebbflow.iso15118.message.iso2.service.ServiceCategory;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.service.ServiceList;
import energy.ebbflow.iso15118.message.iso2.service.SupportedEnergyTransferMode;
import energy.ebbflow.iso15118.secc.AcSupply;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.EvseView.PowerEnvelope;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.extension.ExtensionRule;
import energy.ebbflow.iso15118.secc.extension.Iso2Dialect;
import energy.ebbflow.iso15118.secc.extension.Iso2Extension;
import energy.ebbflow.iso15118.secc.iso2.Iso2Options.AddedService;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a station offers under ISO 15118-2, from the same configuration as under -20. */
public final class Iso2Offers {
  /** ServiceID of charging [V2G2-417]. */
  public static final int CHARGE_SERVICE = 1;

  /** EVSEID of a station that has none of a valid form (ISO 15118-2 Table 11). */
  private static final String UNKNOWN_EVSE_ID = "ZZ00000";

  private static final int SHORTEST_EVSE_ID = 7;
  private static final int LONGEST_EVSE_ID = 37;

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

  /**
   * Which services there are for this vehicle; one that asks for a scope or a category alone hears
   * of no others, but of charging always.
   */
  public static ServiceDiscoveryResponse discovery(
      ResponseCode code, ServiceDiscoveryRequest request, Iso2Turn turn) {
    List<Service> services =
        added(turn).stream()
            .map(AddedService::service)
            .filter(service -> matches(request, service))
            .toList();
    return new ServiceDiscoveryResponse(
        code,
        new PaymentOptionList(List.of(PaymentOption.EXTERNAL_PAYMENT)),
        service(turn.config()),
        services.isEmpty() ? Optional.empty() : Optional.of(new ServiceList(services)));
  }

  /**
   * All services beside charging: those of the station, and of what this vehicle speaks; each
   * number once.
   */
  public static List<AddedService> added(Iso2Turn turn) {
    Stream<AddedService> extended =
        extensions(turn)
            .flatMap(
                extension ->
                    extension.services().stream()
                        .map(
                            service ->
                                new AddedService(
                                    service, extension.parameters(service.serviceId()))));
    Map<Integer, AddedService> byId = new LinkedHashMap<>();
    Stream.concat(turn.config().iso2().services().stream(), extended)
        .forEach(added -> byId.putIfAbsent(added.service().serviceId(), added));
    return byId.values().stream().limit(Iso2Options.MAX_SERVICES).toList();
  }

  /** The dialect that a service begins; empty for a service of the standard. */
  public static Optional<Iso2Dialect> dialect(int serviceId, Iso2Turn turn) {
    return extensions(turn)
        .filter(
            extension -> extension.services().stream().anyMatch(s -> s.serviceId() == serviceId))
        .findFirst()
        .map(extension -> extension.begin(serviceId));
  }

  private static Stream<Iso2Extension> extensions(Iso2Turn turn) {
    boolean dc = turn.config().services().stream().anyMatch(EnergyService::isDc);
    return turn.config().iso2().extensions().stream()
        .filter(rule -> dc && rule.covers(turn.data().evccId()))
        .map(ExtensionRule::extension);
  }

  private static boolean matches(ServiceDiscoveryRequest request, Service service) {
    boolean scope =
        request.serviceScope().isEmpty()
            || service.serviceScope().isEmpty()
            || request.serviceScope().equals(service.serviceScope());
    return scope
        && request
            .serviceCategory()
            .map(category -> category == service.serviceCategory())
            .orElse(true);
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
      DcEvseChargeParameter standard =
          new DcEvseChargeParameter(
              Statuses.dc(turn),
              Physical.ampsLimit(limits.chargeAmpsMax()),
              Physical.wattsLimit(limits.chargeWattsMax()),
              Physical.voltsLimit(limits.voltsMax()),
              Physical.amps(0),
              Physical.volts(limits.voltsMin()),
              Optional.empty(),
              Physical.amps(PEAK_RIPPLE_AMPS),
              Optional.empty());
      return turn.data().dialect().map(d -> d.offer(standard, turn.view())).orElse(standard);
    }
    return new AcEvseChargeParameter(
        Statuses.ac(turn),
        Physical.volts(turn.config().ac().nominalVolts()),
        Physical.ampsLimit(acAmps(turn.view(), turn.config().ac())));
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
