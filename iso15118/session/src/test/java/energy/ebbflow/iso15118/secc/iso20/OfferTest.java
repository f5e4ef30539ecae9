package energy.ebbflow.iso15118.secc.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.service.Parameter;
import energy.ebbflow.iso15118.message.iso20.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso20.service.ParameterValue;
import energy.ebbflow.iso15118.message.iso20.service.SelectedService;
import energy.ebbflow.iso15118.message.iso20.service.SelectedServiceList;
import energy.ebbflow.iso15118.message.iso20.service.Service;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceIdList;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.VehicleWord.BidirectionalTerms;
import energy.ebbflow.iso15118.secc.VehicleWord.ServiceAdded;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options.Channel;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options.Generator;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options.Islanding;
import energy.ebbflow.iso15118.secc.iso20.offer.ValueAddedService;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which services, parameter sets and value-added services a vehicle sees, and may choose. */
final class OfferTest {
  private static final Outlook FORBIDDEN = Outlook.NONE.withBidirectional(false);

  /** R14: no bidirectional service for a vehicle that is not on the allow-list. */
  @Test
  void dischargeNeedsPermission() {
    Drive drive = Drive.ac().toServices();
    drive.station.outlook = FORBIDDEN;
    drive.send(drive.car.discovery());
    assertEquals(List.of(Requests.AC), energy(drive));
    drive.send(drive.car.detail(Requests.AC)).send(drive.car.select(Requests.AC_BPT, 1));
    drive.refused(ResponseCode.FAILED_NO_ENERGY_TRANSFER_SERVICE_SELECTED);
    Drive details = Drive.ac().toServices();
    details.station.outlook = FORBIDDEN;
    details.send(details.car.discovery()).send(details.car.detail(Requests.AC_BPT));
    details.refused(ResponseCode.FAILED_SERVICE_ID_INVALID);
  }

  /** A station that has nothing but bidirectional services still charges it. */
  @Test
  void everyVehicleIsCharged() {
    SeccConfig ac = SeccConfig.acBidirectional("m");
    Drive drive =
        Drive.with(
                new SeccConfig(
                    ac.protocols(),
                    List.of(EnergyService.AC_BPT),
                    ac.controlModes(),
                    1,
                    ac.meterId(),
                    true,
                    false,
                    ac.timing()))
            .toServices();
    drive.station.outlook = FORBIDDEN;
    drive.send(drive.car.discovery());
    assertEquals(List.of(Requests.AC), energy(drive));
  }

  /** A permission that is taken back in the session ends the discharge at once. */
  @Test
  void permissionIsTakenBack() {
    Drive drive = Drive.ac().toAcLoop();
    drive.station.targetWatts = -4_000;
    assertEquals(-4_000, target(drive));
    drive.station.outlook = FORBIDDEN;
    assertEquals(0, target(drive));
  }

  private static double target(Drive drive) {
    drive.send(drive.car.acLoop());
    return ((BptDynamicAcClResControlMode)
            drive.response(AcChargeLoopResponse.class).clResControlMode())
        .evseTargetActivePower()
        .toDouble();
  }

  /** One set for each way: needs by the station only in dynamic control [V2G20-2663]. */
  @Test
  void parameterSetsAreAllCombinations() {
    Iso20Options options =
        Iso20Options.PLAIN
            .withNeedsByStation()
            .with(
                Channel.SEPARATED,
                List.of(Generator.GRID_FOLLOWING, Generator.GRID_FORMING),
                Islanding.PASSIVE)
            .with(Iso20Options.Pricing.LEVELS);
    Drive drive = Sessions.ac(options).toServices();
    drive.send(drive.car.discovery()).send(drive.car.detail(Requests.AC_BPT));
    List<ParameterSet> sets =
        drive.response(ServiceDetailResponse.class).serviceParameterList().parameterSet();
    assertEquals(
        List.of("2 2 1", "2 2 2", "2 1 1", "2 1 2", "1 1 1", "1 1 2"),
        sets.stream()
            .map(
                set ->
                    value(set, "ControlMode")
                        + " "
                        + value(set, "MobilityNeedsMode")
                        + " "
                        + value(set, "GeneratorMode"))
            .toList());
    for (ParameterSet set : sets) {
      assertEquals(2, value(set, "BPTChannel"));
      assertEquals(2, value(set, "GridCodeIslandingDetectionMethod"));
      assertEquals(2, value(set, "Pricing"));
    }
    drive.send(drive.car.select(Requests.AC_BPT, 4));
    assertEquals(
        new BidirectionalTerms(false, true, Optional.of(true)),
        drive.effect(BidirectionalTerms.class));
    Drive charging = Sessions.ac(options).toServices();
    charging.send(charging.car.discovery()).send(charging.car.detail(Requests.AC));
    assertEquals(
        3,
        charging
            .response(ServiceDetailResponse.class)
            .serviceParameterList()
            .parameterSet()
            .size());
  }

  /** Value-added services are shown, described, chosen; the domain hears of it. */
  @Test
  void valueAddedServices() {
    Drive drive = withServices().toServices();
    drive.send(drive.car.discovery());
    assertEquals(
        List.of(new Service(65, false), new Service(66, true)),
        drive.response(ServiceDiscoveryResponse.class).vasList().orElseThrow().service());
    drive.send(drive.car.detail(65));
    assertEquals(
        List.of(3, 4),
        drive.response(ServiceDetailResponse.class).serviceParameterList().parameterSet().stream()
            .map(ParameterSet::parameterSetId)
            .toList());
    drive.send(choose(drive, new SelectedService(65, 4), new SelectedService(66, 1)));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals(new ServiceAdded(65, 4), drive.effect(ServiceAdded.class));
  }

  /** A set, or a service, that was not offered. */
  @Test
  void valueAddedServicesThatWereNotOffered() {
    for (SelectedService wrong : List.of(new SelectedService(65, 1), new SelectedService(67, 1))) {
      Drive drive = withServices().toServices();
      drive.send(drive.car.discovery()).send(drive.car.detail(Requests.DC));
      drive.send(choose(drive, wrong));
      drive.refused(ResponseCode.FAILED_SERVICE_SELECTION_INVALID);
    }
    Drive none = Drive.bpt().toServices();
    none.send(none.car.discovery());
    assertEquals(Optional.empty(), none.response(ServiceDiscoveryResponse.class).vasList());
    none.send(none.car.detail(66));
    none.refused(ResponseCode.FAILED_SERVICE_ID_INVALID);
  }

  /** A vehicle sees only what it named; one that named only value-added services all energy. */
  @Test
  void vehicleNamesWhatItKnows() {
    Drive drive = withServices().toServices();
    drive.send(
        new ServiceDiscoveryRequest(
            drive.car.header(), Optional.of(new ServiceIdList(List.of(66)))));
    ServiceDiscoveryResponse response = drive.response(ServiceDiscoveryResponse.class);
    assertEquals(List.of(new Service(66, true)), response.vasList().orElseThrow().service());
    assertEquals(List.of(Requests.DC_BPT, Requests.DC), energy(drive));
    Drive other = withServices().toServices();
    other.send(
        new ServiceDiscoveryRequest(
            other.car.header(), Optional.of(new ServiceIdList(List.of(2)))));
    assertEquals(Optional.empty(), other.response(ServiceDiscoveryResponse.class).vasList());
    assertEquals(List.of(Requests.DC), energy(other));
  }

  /** [V2G20-1644]: the same services as before the pause, unless services may be chosen anew. */
  @Test
  void resumedSessionSeesTheSame() {
    for (boolean renegotiation : new boolean[] {false, true}) {
      SeccConfig config = renegotiating(renegotiation);
      Drive first = Drive.with(config).toServices();
      first.station.outlook = FORBIDDEN;
      first
          .send(first.car.discovery())
          .send(first.car.detail(Requests.DC))
          .send(first.car.select(Requests.DC, 1))
          .send(first.car.stop(ChargingSession.PAUSE));
      Drive again = Drive.with(config, first.session.paused().orElseThrow());
      again.car = first.car;
      again.station.authorisation = Authorisation.ACCEPTED;
      again.linkUp().send(Requests.sap()).send(again.car.setup());
      assertEquals(ResponseCode.OK_OLD_SESSION_JOINED, again.response().responseCode());
      again
          .send(again.car.authorizationSetup())
          .send(again.car.authorization())
          .send(again.car.discovery());
      assertEquals(
          renegotiation ? List.of(Requests.DC_BPT, Requests.DC) : List.of(Requests.DC),
          energy(again));
    }
  }

  /** A station that no longer has what was agreed begins anew. */
  @Test
  void pausedServiceIsGone() {
    Drive first =
        Sessions.dc(Iso20Options.PLAIN.withNeedsByStation())
            .toSelected(Requests.DC, Requests.DYNAMIC_SET);
    first.send(first.car.stop(ChargingSession.PAUSE));
    Drive again = Drive.with(SeccConfig.dcBidirectional("m"), first.session.paused().orElseThrow());
    again.linkUp().send(Requests.sap()).send(first.car.setup());
    assertEquals(ResponseCode.OK_NEW_SESSION_ESTABLISHED, again.response().responseCode());
  }

  /** What makes no sense is refused where it is configured. */
  @Test
  void senselessOptionsAreRefused() {
    Iso20Options plain = Iso20Options.PLAIN;
    assertThrows(
        IllegalArgumentException.class,
        () -> new ValueAddedService(6, true, ValueAddedService.internet(true).parameters()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            plain.with(
                List.of(ValueAddedService.parkingStatus(), ValueAddedService.parkingStatus())));
    assertThrows(
        IllegalArgumentException.class,
        () -> plain.with(Channel.UNIFIED, List.of(), Islanding.ACTIVE));
  }

  private static SeccConfig renegotiating(boolean allowed) {
    SeccConfig dc = SeccConfig.dcBidirectional("m");
    return new SeccConfig(
        dc.protocols(),
        dc.services(),
        dc.controlModes(),
        2,
        dc.meterId(),
        allowed,
        false,
        dc.timing());
  }

  private static Drive withServices() {
    return Sessions.dc(
        Iso20Options.PLAIN.with(
            List.of(ValueAddedService.internet(false), ValueAddedService.parkingStatus())));
  }

  private static ServiceSelectionRequest choose(Drive drive, SelectedService... added) {
    return new ServiceSelectionRequest(
        drive.car.header(),
        new SelectedService(Requests.DC, 1),
        Optional.of(new SelectedServiceList(List.of(added))));
  }

  private static List<Integer> energy(Drive drive) {
    return drive
        .response(ServiceDiscoveryResponse.class)
        .energyTransferServiceList()
        .service()
        .stream()
        .map(Service::serviceId)
        .toList();
  }

  private static int value(ParameterSet set, String name) {
    Parameter parameter =
        set.parameter().stream().filter(p -> p.name().equals(name)).findAny().orElseThrow();
    return ((ParameterValue.IntValue) parameter.parameterValue()).value();
  }
}
