package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.iso15118.message.iso2.service.Service;
import energy.ebbflow.iso15118.message.iso2.service.ServiceCategory;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.service.ServiceList;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.extension.ExtensionRule;
import energy.ebbflow.iso15118.secc.extension.Extensions;
import energy.ebbflow.iso15118.secc.extension.Iso2Extension;
import energy.ebbflow.iso15118.secc.iso2.Iso2Options;
import energy.ebbflow.iso15118.secc.iso2.Physical;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The plug-in point of ISO 15118-2, and SAE J2847/2 behind it: V2H and V2G. */
class SaeExtensionTest {
  private static final int V2H = 28472;
  private static final int V2G = 28473;

  /** The vehicle of the drive is 001122334455. */
  private static final List<String> OURS = List.of("00:11:22");

  private static Iso2Extension named(String name) {
    return Extensions.named(name).orElseThrow();
  }

  private static Iso2Options options(List<String> vehicles, String... names) {
    return Iso2Options.NONE.withExtensions(
        Stream.of(names).map(name -> new ExtensionRule(named(name), vehicles)).toList());
  }

  private static Iso2Options both(List<String> vehicles) {
    return options(vehicles, "sae-j2847-2-v2h", "sae-j2847-2-v2g");
  }

  private static List<Service> offered(Iso2Drive car) {
    car.toServices().send(car.discovery());
    return car.response(ServiceDiscoveryResponse.class)
        .serviceList()
        .map(ServiceList::service)
        .orElse(List.of());
  }

  /** Off by default, off for others, and off where there is no direct current. */
  @Test
  void offeredToItsVehiclesOnly() {
    assertEquals(List.of(), offered(Iso2Drive.dc()));
    assertEquals(List.of(), offered(Iso2Drive.dc(both(List.of("001123", "001122334456")))));
    assertEquals(List.of(), offered(Iso2Drive.ac(both(OURS))));
    assertEquals(
        List.of(
            new Service(
                V2H,
                Optional.of("SAE J2847/2 V2H"),
                ServiceCategory.OTHER_CUSTOM,
                Optional.empty(),
                true),
            new Service(
                V2G,
                Optional.of("SAE J2847/2 V2G"),
                ServiceCategory.OTHER_CUSTOM,
                Optional.empty(),
                true)),
        offered(Iso2Drive.dc(both(OURS))));
    Iso2Drive stranger = Iso2Drive.dc(both(List.of("AABBCC"))).toServices();
    stranger.send(stranger.discovery()).send(stranger.adding(V2G, Optional.empty()));
    stranger.refused("FAILED_ServiceSelectionInvalid");
  }

  /** Two rules that both cover a vehicle offer it the service once. */
  @Test
  void servicesAreOfferedOnce() {
    Iso2Options twice =
        Iso2Options.NONE.withExtensions(
            List.of(
                new ExtensionRule(named("sae-j2847-2-v2g"), List.of("001122")),
                new ExtensionRule(named("sae-j2847-2-v2g"), List.of("00112233"))));
    assertEquals(
        List.of(V2G), offered(Iso2Drive.dc(twice)).stream().map(Service::serviceId).toList());
  }

  /** There is no "all vehicles". */
  @Test
  void rulesNameVehicles() {
    for (List<String> wrong :
        List.of(List.<String>of(), List.of(""), List.of("*"), List.of("0011"), List.of("00112G"))) {
      assertThrows(
          IllegalArgumentException.class, () -> new ExtensionRule(named("sae-j2847-2-v2g"), wrong));
    }
    assertTrue(
        new ExtensionRule(named("sae-j2847-2-v2g"), List.of("aabbcc")).covers("AABBCC001122"));
    assertEquals(Optional.empty(), Extensions.named("nobody-s"));
  }

  /** The two exclude each other, and both exclude alternating current. */
  @Test
  void oneDirectCurrentServiceAtATime() {
    Iso2Drive two = Iso2Drive.dc(both(OURS)).toServices();
    two.send(two.discovery());
    two.send(two.adding(V2H, V2G));
    two.refused("FAILED_ServiceSelectionInvalid");
  }

  // ---- V2H

  private static Iso2Drive toV2hParameters() {
    Iso2Drive car = Iso2Drive.dc(both(OURS)).toServices();
    car.drive.station.targetWatts = -5_000;
    car.send(car.discovery()).send(car.adding(V2H, Optional.empty()));
    assertEquals(
        new VehicleWord.ServiceAdded(V2H, 0), car.drive.effect(VehicleWord.ServiceAdded.class));
    car.drive.station.authorisation = Authorisation.ACCEPTED;
    return car.send(car.authorization());
  }

  private static Iso2Drive toV2hLoop() {
    Iso2Drive car = toV2hParameters();
    car.send(car.dischargeParameters(-30, Optional.of(-11_000), Optional.of(40)));
    car.throughCableCheck().send(car.preCharge(370));
    car.drive.station.volts = 370;
    return car.send(car.power(ChargeProgress.START))
        .send(car.demand(-15, 380, -30, Optional.of(-11_000)));
  }

  /**
   * Limits of charge first: the vehicle is asked once more, and then has to say those of discharge.
   */
  @Test
  void v2hAsksForDischargeLimits() {
    Iso2Drive car = toV2hParameters();
    car.send(car.dcParameters(EnergyTransferMode.DC_EXTENDED, 400));
    assertEquals(
        EvseProcessing.ONGOING,
        car.response(ChargeParameterDiscoveryResponse.class).evseProcessing());
    assertFalse(car.drive.did(SeccEffect.ServiceSelected.class));
    car.send(car.dischargeParameters(-30, Optional.of(-11_000), Optional.of(40)));
    assertEquals(
        EvseProcessing.FINISHED,
        car.response(ChargeParameterDiscoveryResponse.class).evseProcessing());
    assertEquals(
        new SeccEffect.ServiceSelected("DC_BPT", true, false),
        car.drive.effect(SeccEffect.ServiceSelected.class));
    VehicleState state = car.drive.effect(SeccEffect.VehicleReport.class).state();
    assertEquals(Optional.of(30.0), state.dischargeAmpsMax());
    assertEquals(Optional.of(11_000.0), state.dischargeWattsMax());
    assertEquals(Optional.of(0.0), state.chargeAmpsMax());
    assertEquals(Optional.of(0.0), state.chargeWattsMax());
    assertEquals(Optional.of(40.0), state.minimumSocPercent());
  }

  @Test
  void v2hRefusesWhatIsNotDischarge() {
    for (int i = 0; i < 3; i++) {
      Iso2Drive car = toV2hParameters();
      car.send(car.dcParameters(EnergyTransferMode.DC_EXTENDED, 400));
      car.send(
          switch (i) {
            case 0 -> car.dischargeParameters(30, Optional.of(-11_000), Optional.of(40));
            case 1 -> car.dischargeParameters(-30, Optional.empty(), Optional.of(40));
            default -> car.dischargeParameters(-30, Optional.of(-11_000), Optional.empty());
          });
      car.refused("FAILED_WrongChargeParameter");
    }
    Iso2Drive charging = toV2hLoop();
    charging.send(charging.demand(1, 380, -30, Optional.of(-11_000)));
    charging.refused("FAILED");
  }

  /** Negative wishes and limits, both ways. */
  @Test
  void v2hLoopGives() {
    Iso2Drive car = toV2hLoop();
    assertTrue(car.drive.did(SeccEffect.StartEnergyTransfer.class));
    VehicleState state = car.drive.effect(SeccEffect.VehicleReport.class).state();
    assertEquals(Optional.of(-15.0), state.targetAmps());
    assertEquals(Optional.of(30.0), state.dischargeAmpsMax());
    CurrentDemandResponse response = car.response(CurrentDemandResponse.class);
    assertEquals(ResponseCode.OK, response.responseCode());
    assertEquals(-50, amps(response));
    assertEquals(-5_000, watts(response), "the station's set-point");
    assertEquals(DcEvseStatusCode.EVSE_READY, response.dcEvseStatus().evseStatusCode());
  }

  /** At the vehicle's minimum nothing flows and the status says so; 52 % is what it has. */
  @Test
  void v2hEndsAtTheMinimum() {
    for (int minimum : new int[] {51, 52}) {
      Iso2Drive car = toV2hParameters();
      car.send(car.dischargeParameters(-30, Optional.of(-11_000), Optional.of(minimum)));
      car.throughCableCheck().send(car.preCharge(370));
      car.drive.station.volts = 370;
      car.send(car.power(ChargeProgress.START))
          .send(car.demand(-15, 380, -30, Optional.of(-11_000)));
      boolean low = minimum == 52;
      assertEquals(
          Optional.of(low ? 0.0 : -15.0),
          car.drive.effect(SeccEffect.VehicleReport.class).state().targetAmps());
      assertEquals(
          low ? DcEvseStatusCode.EVSE_SHUTDOWN : DcEvseStatusCode.EVSE_READY,
          car.response(CurrentDemandResponse.class).dcEvseStatus().evseStatusCode());
    }
  }

  /** A station that does not permit it takes nothing, whatever was selected. */
  @Test
  void nothingFlowsWithoutPermission() {
    Iso2Drive v2h = toV2hLoop();
    v2h.drive.station.dischargeWatts = 0;
    v2h.send(v2h.demand(-15, 380, -30, Optional.of(-11_000)));
    assertEquals(
        Optional.of(0.0), v2h.drive.effect(SeccEffect.VehicleReport.class).state().targetAmps());
    assertEquals(0, amps(v2h.response(CurrentDemandResponse.class)));
    assertEquals(0, watts(v2h.response(CurrentDemandResponse.class)));
    Iso2Drive v2g = toV2gLoop();
    v2g.drive.station.outlook = Outlook.NONE.withWantedWatts(-8_000).withBidirectional(false);
    v2g.send(v2g.demand(-15, 380, -30, Optional.of(-11_000)));
    assertEquals(
        Optional.of(0.0), v2g.drive.effect(SeccEffect.VehicleReport.class).state().targetAmps());
    assertEquals(50, amps(v2g.response(CurrentDemandResponse.class)), "limits of charge");
  }

  // ---- V2G

  private static Iso2Drive toV2gLoop() {
    Iso2Drive car = Iso2Drive.dc(both(OURS)).toServices();
    car.send(car.discovery()).send(car.adding(V2G, Optional.empty()));
    car.drive.station.authorisation = Authorisation.ACCEPTED;
    car.send(car.authorization()).send(car.dcParameters(EnergyTransferMode.DC_EXTENDED, 400));
    assertEquals(
        new SeccEffect.ServiceSelected("DC_BPT", true, false),
        car.drive.effect(SeccEffect.ServiceSelected.class));
    car.throughCableCheck().send(car.preCharge(370));
    car.drive.station.volts = 400;
    return car.send(car.power(ChargeProgress.START)).send(car.demand(30, 400));
  }

  /** The station turns the direction, the vehicle follows, and back; contactors stay closed. */
  @Test
  void v2gStationTurnsTheDirection() {
    Iso2Drive car = toV2gLoop();
    car.drive.station.amps = 20;
    car.send(car.demand(30, 400));
    CurrentDemandResponse charging = car.response(CurrentDemandResponse.class);
    assertEquals(20, Physical.number(charging.evsePresentCurrent()));
    assertEquals(50, amps(charging));
    // The station wants to take; the vehicle still asks for charge, so nothing flows.
    car.drive.station.outlook = Outlook.NONE.withWantedWatts(-8_000);
    car.drive.station.targetWatts = 0;
    car.drive.station.amps = 0;
    car.send(car.demand(30, 400));
    CurrentDemandResponse asking = car.response(CurrentDemandResponse.class);
    assertEquals(-0.1, Physical.number(asking.evsePresentCurrent()), "the sign is the request");
    assertEquals(-20, amps(asking), "8 kW at 400 V");
    assertEquals(-8_000, watts(asking));
    car.send(car.demand(-20, 400, -30, Optional.of(-11_000)));
    VehicleState giving = car.drive.effect(SeccEffect.VehicleReport.class).state();
    assertEquals(Optional.of(-20.0), giving.targetAmps());
    assertEquals(Optional.of(30.0), giving.dischargeAmpsMax());
    assertEquals(Optional.of(110.0), giving.chargeAmpsMax(), "known from before");
    car.drive.station.targetWatts = -8_000;
    car.drive.station.amps = -19.9;
    car.send(car.demand(-20, 400, -30, Optional.of(-11_000)));
    CurrentDemandResponse flowing = car.response(CurrentDemandResponse.class);
    assertEquals(-19.9, Physical.number(flowing.evsePresentCurrent()));
    assertTrue(flowing.evseCurrentLimitAchieved());
    assertTrue(flowing.evsePowerLimitAchieved());
    // And back.
    car.drive.station.outlook = Outlook.NONE.withWantedWatts(5_000);
    car.send(car.demand(-20, 400, -30, Optional.of(-11_000)));
    assertEquals(50, amps(car.response(CurrentDemandResponse.class)));
    car.send(car.demand(10, 400));
    assertEquals(
        Optional.of(10.0), car.drive.effect(SeccEffect.VehicleReport.class).state().targetAmps());
    assertEquals(
        1, car.drive.all.stream().filter(SeccEffect.StartEnergyTransfer.class::isInstance).count());
    assertFalse(car.drive.all.stream().anyMatch(SeccEffect.StopEnergyTransfer.class::isInstance));
  }

  /** In charge parameter discovery V2G is the standard: a negative limit is wrong there. */
  @Test
  void v2gParametersArePositive() {
    Iso2Drive car = Iso2Drive.dc(both(OURS)).toServices();
    car.send(car.discovery()).send(car.adding(V2G, Optional.empty()));
    car.drive.station.authorisation = Authorisation.ACCEPTED;
    car.send(car.authorization());
    car.send(car.dischargeParameters(-30, Optional.of(-11_000), Optional.of(40)));
    car.refused("FAILED_WrongChargeParameter");
  }

  /** With the extension on, a vehicle that selected nothing of it has the standard alone. */
  @Test
  void withoutSelectionNothingChanges() {
    Iso2Drive car = Iso2Drive.dc(both(OURS)).toDcLoop();
    car.drive.station.outlook = Outlook.NONE.withWantedWatts(-8_000);
    car.send(car.demand(30, 380));
    assertEquals(50, amps(car.response(CurrentDemandResponse.class)));
    car.send(car.demand(-1, 380));
    car.refused("FAILED");
  }

  /** Whatever a vehicle asks for, no current out of it is passed on that is not permitted now. */
  @Property(tries = 300)
  void neverDischargesWithoutPermission(@ForAll long seed) {
    Random random = new Random(seed);
    Iso2Drive car = random.nextBoolean() ? toV2gLoop() : toV2hLoop();
    for (int i = 0; i < 60 && !car.drive.session.ended(); i++) {
      Station station = car.drive.station;
      boolean listed = random.nextBoolean();
      station.dischargeWatts = random.nextBoolean() ? 10_000 : 0;
      station.outlook =
          Outlook.NONE.withBidirectional(listed).withWantedWatts(random.nextInt(40_000) - 20_000);
      station.amps = random.nextInt(80) - 40;
      car.drive.pass(random.nextLong(400_000_000L));
      car.send(
          random.nextInt(12) == 0
              ? car.power(ChargeProgress.RENEGOTIATE)
              : car.demand(
                  random.nextInt(60) - 40,
                  400,
                  random.nextInt(60) - 40,
                  Optional.of(random.nextInt(30_000) - 20_000)));
      for (SeccEffect effect : car.drive.last) {
        if (effect instanceof SeccEffect.VehicleReport report) {
          boolean may = listed && station.dischargeWatts > 0;
          assertTrue(may || report.state().targetAmps().orElse(0d) >= 0, () -> "" + report);
          assertTrue(report.state().dischargeAmpsMax().orElse(0d) >= 0);
          assertTrue(report.state().chargeAmpsMax().orElse(0d) >= 0);
        }
      }
    }
  }

  private static double amps(CurrentDemandResponse response) {
    return Physical.number(response.evseMaximumCurrentLimit().orElseThrow());
  }

  private static double watts(CurrentDemandResponse response) {
    return Physical.number(response.evseMaximumPowerLimit().orElseThrow());
  }
}
