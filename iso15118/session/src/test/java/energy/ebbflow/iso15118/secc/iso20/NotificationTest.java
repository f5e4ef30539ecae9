package energy.ebbflow.iso15118.secc.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.Receipt;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopRequest;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.Outlook.Ask;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.VehicleWord.EndExplained;
import energy.ebbflow.iso15118.secc.VehicleWord.MeterConfirmed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the station asks of the vehicle in the charge loop, and how the vehicle follows. */
final class NotificationTest {
  /** Every wish has its word, in AC and DC. */
  @Test
  void everyAskHasItsNotification() {
    for (Ask ask : List.of(Ask.SCHEDULE_RENEGOTIATION, Ask.SERVICE_RENEGOTIATION)) {
      EvseStatus expected = new EvseStatus(0, EvseNotification.valueOf(ask.name()));
      Drive dc = Drive.bpt().toLoop();
      dc.station.outlook = Outlook.NONE.withAsk(ask);
      assertEquals(Optional.of(expected), dcStatus(dc));
      Drive ac = Drive.ac().toAcLoop();
      ac.station.outlook = Outlook.NONE.withAsk(ask);
      ac.send(ac.car.acLoop());
      assertEquals(Optional.of(expected), ac.response(AcChargeLoopResponse.class).evseStatus());
    }
  }

  /** The end of the session comes before any wish; a wish that is fulfilled is not repeated. */
  @Test
  void endComesFirst() {
    Drive drive = Drive.bpt().toLoop();
    drive.station.outlook = Outlook.NONE.withAsk(Ask.SCHEDULE_RENEGOTIATION);
    drive.station.stop = Optional.of(Stop.TERMINATE);
    assertEquals(Optional.of(new EvseStatus(0, EvseNotification.TERMINATE)), dcStatus(drive));
    drive.station.stop = Optional.empty();
    drive.station.outlook = Outlook.NONE;
    assertEquals(Optional.empty(), dcStatus(drive));
  }

  /** The vehicle is not asked for what it would be refused for. */
  @Test
  void impossibleIsNotAsked() {
    SeccConfig dc = SeccConfig.dcBidirectional("m");
    Drive drive =
        Drive.with(
                new SeccConfig(
                    dc.protocols(),
                    dc.services(),
                    dc.controlModes(),
                    2,
                    Optional.empty(),
                    false,
                    false,
                    dc.timing()))
            .toLoop();
    for (Ask ask :
        List.of(Ask.SERVICE_RENEGOTIATION, Ask.METERING_CONFIRMATION, Ask.EXIT_STANDBY)) {
      drive.station.outlook = Outlook.NONE.withAsk(ask);
      assertEquals(Optional.empty(), dcStatus(drive));
    }
  }

  /** Once the vehicle follows, it chooses another service behind its stop. */
  @Test
  void servicesAreChosenAnew() {
    Drive drive = Drive.bpt().toLoop();
    drive.station.outlook = Outlook.NONE.withAsk(Ask.SERVICE_RENEGOTIATION);
    dcStatus(drive);
    drive.send(drive.car.power(ChargeProgress.STOP));
    drive.station.closed = false;
    drive.tick().send(drive.car.stop(ChargingSession.SERVICE_RENEGOTIATION));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals("AwaitServiceDiscovery", drive.session.stateName());
  }

  /** The reading goes with the question, asked for or not, and the confirmation is told. */
  @Test
  void readingIsConfirmed() {
    Drive drive = Drive.bpt().toLoop();
    drive.station.outlook =
        Outlook.NONE
            .withAsk(Ask.METERING_CONFIRMATION)
            .withReading(new Outlook.Reading(Optional.of(Octets.ofHex("CAFE")), Optional.of(7)));
    assertEquals(
        Optional.of(new EvseStatus(0, EvseNotification.METERING_CONFIRMATION)), dcStatus(drive));
    MeterInfo told = drive.response(DcChargeLoopResponse.class).meterInfo().orElseThrow();
    assertEquals(Optional.of(Octets.ofHex("CAFE")), told.meterSignature());
    assertEquals(Optional.of(7), told.meterStatus());
    drive.station.imported = 9_999;
    drive.send(drive.car.confirm(told));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    MeterConfirmed confirmed = drive.effect(MeterConfirmed.class);
    assertEquals(1234, confirmed.importedWattHours());
    assertEquals(Optional.of(568.0), confirmed.exportedWattHours());
    assertEquals(Optional.empty(), confirmed.signature());
    assertEquals("DcChargeLoop", drive.session.stateName());
  }

  /** Another reading than the one that was told, another session, or none told at all. */
  @Test
  void wrongReadingIsNotConfirmed() {
    Drive drive = Drive.bpt().toLoop();
    MeterInfo told = drive.response(DcChargeLoopResponse.class).meterInfo().orElseThrow();
    MeterInfo less =
        new MeterInfo(
            told.meterId(),
            told.chargedEnergyReadingWh() - 1,
            told.bptDischargedEnergyReadingWh(),
            told.capacitiveEnergyReadingVarh(),
            told.bptInductiveEnergyReadingVarh(),
            told.meterSignature(),
            told.meterStatus(),
            told.meterTimestamp());
    drive.send(drive.car.confirm(less));
    drive.refused(ResponseCode.FAILED_METERING_SIGNATURE_NOT_VALID);
    Drive early = Drive.bpt().toPower();
    early.send(early.car.power(ChargeProgress.START)).send(early.car.confirm(told));
    early.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
    Drive before = Drive.bpt().toPower();
    before.send(before.car.confirm(told));
    before.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
  }

  /** What it cost so far goes with a reading. */
  @Test
  void receiptGoesWithTheReading() {
    Drive drive = Drive.bpt().toLoop();
    assertEquals(Optional.empty(), drive.response(DcChargeLoopResponse.class).receipt());
    drive.station.outlook =
        Outlook.NONE.withCost(new Outlook.Cost(Sessions.NOW - 600, 5_000, 0.4321, 2.16));
    drive.send(drive.car.loop());
    Receipt receipt = drive.response(DcChargeLoopResponse.class).receipt().orElseThrow();
    assertEquals(Sessions.NOW - 600, receipt.timeAnchor());
    assertEquals(2.16, receipt.energyCosts().orElseThrow().amount().toDouble());
    assertEquals(0.4321, receipt.energyCosts().orElseThrow().costPerUnit().toDouble());
    Drive ac = Drive.ac().toAcLoop();
    ac.station.outlook = drive.station.outlook;
    ac.send(ac.car.acLoop());
    assertEquals(Optional.of(receipt), ac.response(AcChargeLoopResponse.class).receipt());
  }

  /** A vehicle may say why it goes. */
  @Test
  void endIsExplained() {
    Drive drive = Drive.bpt().toServices();
    drive.send(
        new SessionStopRequest(
            drive.car.header(),
            ChargingSession.TERMINATE,
            Optional.of("7"),
            Optional.of("WrongServiceID")));
    assertEquals(
        new EndExplained(Optional.of("7"), Optional.of("WrongServiceID")),
        drive.effect(EndExplained.class));
  }

  /** Nothing that is asked stops the energy. */
  @Test
  void energyGoesOn() {
    Drive drive = Drive.bpt().toLoop();
    for (Ask ask : Ask.values()) {
      drive.station.outlook = Outlook.NONE.withAsk(ask);
      drive.send(drive.car.loop());
      assertEquals(ResponseCode.OK, drive.response().responseCode());
    }
    assertFalse(drive.session.ended());
    assertTrue(drive.last.stream().noneMatch(MeterConfirmed.class::isInstance));
  }

  private static Optional<EvseStatus> dcStatus(Drive drive) {
    drive.send(drive.car.loop());
    return drive.response(DcChargeLoopResponse.class).evseStatus();
  }
}
