package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClReqControlMode;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import java.util.List;
import java.util.Optional;

/**
 * What is done in place of an orderly request.
 *
 * @param fallsSilent nothing is ever sent after it
 */
record Mischief(List<EvEffect> effects, boolean fallsSilent) {
  /** A V2GTP header for EXI that announces 4 GB. */
  private static final byte[] OVERSIZED = {
    1, (byte) 0xFE, (byte) 0x80, 2, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF
  };

  /** A well-framed payload that is no EXI of any set. */
  private static final byte[] GARBAGE = {
    1,
    (byte) 0xFE,
    (byte) 0x80,
    2,
    0,
    0,
    0,
    8,
    (byte) 0x80,
    (byte) 0xFF,
    (byte) 0xFF,
    (byte) 0xFF,
    (byte) 0xFF,
    (byte) 0xFF,
    (byte) 0xFF,
    (byte) 0xFF
  };

  private static final Octets STRANGE_SESSION = Octets.ofHex("0102030405060708");

  static Mischief of(Misbehaviour misbehaviour, Talk talk, V2gMessage request, EvContext context) {
    EvEffect note =
        new EvEffect.Note("misbehaves: " + misbehaviour.kind() + " in " + misbehaviour.state());
    return switch (misbehaviour.kind()) {
      case NONE -> new Mischief(List.of(new EvEffect.Send(request)), false);
      case SILENT -> new Mischief(List.of(note), true);
      case REPEAT ->
          new Mischief(
              List.of(note, new EvEffect.Send(request), new EvEffect.Send(request)), false);
      case WRONG_SESSION ->
          sent(note, talk.state().request(talk.withSession(STRANGE_SESSION), context));
      case WRONG_ORDER -> sent(note, elsewhere(talk).request(talk, context));
      case TRUNCATED -> new Mischief(List.of(note, new EvEffect.SendHalf(request)), false);
      case OVERSIZED -> new Mischief(List.of(note, new EvEffect.SendBytes(OVERSIZED)), false);
      case GARBAGE -> new Mischief(List.of(note, new EvEffect.SendBytes(GARBAGE)), false);
      case NEGATIVE_LIMITS -> sent(note, negative(request));
      case RESET -> new Mischief(List.of(note, new EvEffect.ResetLink()), false);
      case UNPLUG ->
          new Mischief(List.of(note, new EvEffect.Send(request), new EvEffect.Plug(false)), true);
      case PILOT_BACK ->
          new Mischief(List.of(note, new EvEffect.Send(request), new EvEffect.Ready(false)), false);
    };
  }

  private static Mischief sent(EvEffect note, V2gMessage request) {
    return new Mischief(List.of(note, new EvEffect.Send(request)), false);
  }

  /** A request that belongs nowhere near the state. */
  private static TalkState elsewhere(Talk talk) {
    return talk.state() instanceof PowerDeliveryStart || talk.state() instanceof ChargeLoop
        ? new SessionSetup()
        : new PowerDeliveryStart();
  }

  private static V2gMessage negative(V2gMessage request) {
    return switch (request) {
      case DcChargeLoopRequest loop
          when loop.clReqControlMode() instanceof BptDynamicDcClReqControlMode mode ->
          new DcChargeLoopRequest(
              loop.header(),
              loop.displayParameters(),
              loop.meterInfoRequested(),
              loop.evPresentVoltage(),
              negative(mode));
      case DcChargeParameterDiscoveryRequest discovery
          when discovery.dcCpdReqEnergyTransferMode() instanceof BptDcCpdReqEnergyTransferMode m ->
          new DcChargeParameterDiscoveryRequest(discovery.header(), negative(m));
      default -> request;
    };
  }

  private static BptDcCpdReqEnergyTransferMode negative(BptDcCpdReqEnergyTransferMode m) {
    return new BptDcCpdReqEnergyTransferMode(
        minus(m.evMaximumChargePower()),
        minus(m.evMinimumChargePower()),
        minus(m.evMaximumChargeCurrent()),
        minus(m.evMinimumChargeCurrent()),
        m.evMaximumVoltage(),
        m.evMinimumVoltage(),
        m.targetSoc(),
        minus(m.evMaximumDischargePower()),
        minus(m.evMinimumDischargePower()),
        minus(m.evMaximumDischargeCurrent()),
        minus(m.evMinimumDischargeCurrent()));
  }

  private static BptDynamicDcClReqControlMode negative(BptDynamicDcClReqControlMode m) {
    return new BptDynamicDcClReqControlMode(
        m.departureTime(),
        m.evTargetEnergyRequest(),
        m.evMaximumEnergyRequest(),
        m.evMinimumEnergyRequest(),
        minus(m.evMaximumChargePower()),
        m.evMinimumChargePower(),
        minus(m.evMaximumChargeCurrent()),
        m.evMaximumVoltage(),
        m.evMinimumVoltage(),
        minus(m.evMaximumDischargePower()),
        m.evMinimumDischargePower(),
        minus(m.evMaximumDischargeCurrent()),
        Optional.empty(),
        Optional.empty());
  }

  private static RationalNumber minus(RationalNumber number) {
    return new RationalNumber(number.exponent(), -number.value());
  }
}
