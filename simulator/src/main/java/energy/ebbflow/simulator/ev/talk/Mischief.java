package energy.ebbflow.simulator.ev.talk;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import java.util.List;

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

  static <S extends TalkSession<S>> Mischief of(
      Misbehaviour misbehaviour, Talk<S> talk, V2gMessage request, EvContext context) {
    EvEffect note =
        new EvEffect.Note("misbehaves: " + misbehaviour.kind() + " in " + talk.state().name());
    return switch (misbehaviour.kind()) {
      case NONE -> new Mischief(List.of(new EvEffect.Send(request)), false);
      case SILENT -> new Mischief(List.of(note), true);
      case REPEAT ->
          new Mischief(
              List.of(note, new EvEffect.Send(request), new EvEffect.Send(request)), false);
      case WRONG_SESSION ->
          sent(note, talk.state().request(talk.with(talk.session().foreign()), context));
      case WRONG_ORDER -> sent(note, talk.session().outOfOrder(talk, context));
      case TRUNCATED -> new Mischief(List.of(note, new EvEffect.SendHalf(request)), false);
      case OVERSIZED -> new Mischief(List.of(note, new EvEffect.SendBytes(OVERSIZED)), false);
      case GARBAGE -> new Mischief(List.of(note, new EvEffect.SendBytes(GARBAGE)), false);
      case NEGATIVE_LIMITS -> sent(note, talk.session().negative(request));
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
}
