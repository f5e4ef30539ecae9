package energy.ebbflow.simulator.ev.exchange;

import energy.ebbflow.exi.Octets;
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
  private static final Octets OVERSIZED = Octets.ofHex("01FE8001FFFFFFFF");

  /** A well-framed payload that is no EXI of any set. */
  private static final Octets GARBAGE = Octets.ofHex("01FE80010000000880FFFFFFFFFFFFFF");

  private static final Octets STRANGE_SESSION = Octets.ofHex("0102030405060708");

  static <B, D extends Learnt<D>> Mischief of(
      Misbehaviour misbehaviour, Exchange<B, D> exchange, B body, EvContext context) {
    EvEffect note =
        new EvEffect.Note("misbehaves: " + misbehaviour.kind() + " in " + misbehaviour.state());
    ExchangeRules<B, D> rules = exchange.rules();
    D learnt = exchange.learnt();
    V2gMessage request = rules.wrap(body, learnt);
    return switch (misbehaviour.kind()) {
      case NONE -> new Mischief(List.of(new EvEffect.Send(request)), false);
      case SILENT -> new Mischief(List.of(note), true);
      case REPEAT ->
          new Mischief(
              List.of(note, new EvEffect.Send(request), new EvEffect.Send(request)), false);
      case WRONG_SESSION -> sent(note, rules.wrap(body, learnt.withSession(STRANGE_SESSION)));
      case WRONG_ORDER ->
          sent(note, rules.wrap(rules.misplaced(exchange.state(), learnt, context), learnt));
      case TRUNCATED -> new Mischief(List.of(note, new EvEffect.SendHalf(request)), false);
      case OVERSIZED ->
          new Mischief(List.of(note, new EvEffect.SendBytes(OVERSIZED.toArray())), false);
      case GARBAGE -> new Mischief(List.of(note, new EvEffect.SendBytes(GARBAGE.toArray())), false);
      case NEGATIVE_LIMITS -> sent(note, rules.wrap(rules.negated(body), learnt));
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
