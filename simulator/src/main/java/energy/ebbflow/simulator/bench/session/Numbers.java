package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.DisplayParameters;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeRequest;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.DynamicEvpptControlMode;
import energy.ebbflow.iso15118.message.iso20.power.EvPowerProfile;
import energy.ebbflow.iso15118.message.iso20.power.EvPowerProfileEntryList;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntry;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import java.util.List;
import java.util.Optional;

/** The requests of the measuring vehicle that carry numbers: a 40 kWh battery at half charge. */
final class Numbers {
  private static final long DEPARTURE_SECONDS = 36_000;
  private static final double PACK_VOLTS = 370;

  /** IEC 61851-23: pre-charge ends within ±20 V of the battery. */
  private static final double MATCH_VOLTS = 20;

  private Numbers() {}

  private static RationalNumber number(double value) {
    return RationalNumber.nearest(value, -1);
  }

  static V2gMessage chargeParameters(MessageHeader header) {
    return new DcChargeParameterDiscoveryRequest(
        header,
        new DcCpdReqEnergyTransferMode(
            number(20_000),
            number(0),
            number(50),
            number(0),
            number(410),
            number(320),
            Optional.of(80)));
  }

  static V2gMessage scheduleExchange(MessageHeader header) {
    return new ScheduleExchangeRequest(
        header,
        12,
        new DynamicSeReqControlMode(
            DEPARTURE_SECONDS,
            Optional.of(30),
            Optional.of(80),
            number(12_000),
            number(20_000),
            number(-8_000),
            Optional.empty(),
            Optional.empty()));
  }

  static V2gMessage preCharge(MessageHeader header) {
    return new DcPreChargeRequest(
        header, Processing.ONGOING, number(PACK_VOLTS), number(PACK_VOLTS));
  }

  static boolean matches(RationalNumber volts) {
    return Math.abs(volts.toDouble() - PACK_VOLTS) < MATCH_VOLTS;
  }

  static V2gMessage powerDelivery(MessageHeader header) {
    return new PowerDeliveryRequest(
        header,
        Processing.FINISHED,
        ChargeProgress.START,
        Optional.of(
            new EvPowerProfile(
                header.timeStamp(),
                new DynamicEvpptControlMode(),
                new EvPowerProfileEntryList(
                    List.of(
                        new PowerScheduleEntry(
                            DEPARTURE_SECONDS,
                            number(15_000),
                            Optional.empty(),
                            Optional.empty()))))),
        Optional.empty());
  }

  static V2gMessage loop(MessageHeader header) {
    DisplayParameters display =
        new DisplayParameters(
            Optional.of(50),
            Optional.of(30),
            Optional.of(80),
            Optional.of(100),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(false),
            Optional.of(number(40_000)),
            Optional.of(false));
    return new DcChargeLoopRequest(
        header,
        Optional.of(display),
        false,
        number(PACK_VOLTS),
        new DynamicDcClReqControlMode(
            Optional.of(DEPARTURE_SECONDS),
            number(12_000),
            number(20_000),
            number(-8_000),
            number(15_000),
            number(0),
            number(40),
            number(410),
            number(320)));
  }
}
