package energy.ebbflow.hal.rfid;

import energy.ebbflow.hal.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The conversation with a PN532: wakes it, switches it to ordinary use, asks for cards again and
 * again. Pure.
 *
 * <p>A card is told once, when it comes; again only after it was away for {@link #AWAY_NANOS}. Its
 * identifier never stands in a message for people.
 */
final class CardPoll {
  /** Name of the device in fault readings. */
  static final String DEVICE = "card reader";

  /** How long the reader may take to answer; one search of the field takes up to about 150 ms. */
  static final long ANSWER_NANOS = 500_000_000;

  /** Pause between two searches. */
  static final long PAUSE_NANOS = 150_000_000;

  /** Answers in vain after which it is a fault. */
  static final int FAILURES_MAX = 3;

  /** How often a lasting fault is told. */
  static final long TELL_NANOS = 5_000_000_000L;

  /** A card that was away for so long is a new one. */
  static final long AWAY_NANOS = 1_000_000_000;

  // Commands of UM0701-02, chapter 7.
  private static final int GET_FIRMWARE_VERSION = 0x02;
  private static final int SAM_CONFIGURATION = 0x14;
  private static final int RF_CONFIGURATION = 0x32;
  private static final int IN_LIST_PASSIVE_TARGET = 0x4A;

  /** Wakes a reader that sleeps on a serial line (6.3.2.2): 55 and a long preamble. */
  private static final byte[] WAKE = {0x55, 0x55, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

  private static final int UID_MIN = 4;
  private static final int UID_MAX = 10;

  private enum Stage {
    WAKING(GET_FIRMWARE_VERSION),
    CONFIGURING(SAM_CONFIGURATION),
    TUNING(RF_CONFIGURATION),
    SEARCHING(IN_LIST_PASSIVE_TARGET);

    private final int code;

    Stage(int code) {
      this.code = code;
    }
  }

  private record Seen(byte[] uid, long at) {}

  private record Memory(
      Stage stage,
      boolean waiting,
      long since,
      int failures,
      Optional<Long> toldNanos,
      byte[] pending,
      Optional<Seen> card) {
    Memory at(Stage next, long now) {
      return new Memory(next, false, now, failures, toldNanos, pending, card);
    }
  }

  /**
   * One step's outcome.
   *
   * @param next the conversation from now on
   * @param transmit bytes for the reader; empty: none
   * @param readings what is to be offered
   */
  record Step(CardPoll next, byte[] transmit, List<Reading> readings) {}

  private final Memory memory;

  private CardPoll(Memory memory) {
    this.memory = memory;
  }

  /** Nothing has been said. */
  static CardPoll initial(long now) {
    return new CardPoll(
        new Memory(
            Stage.WAKING,
            false,
            now - PAUSE_NANOS,
            0,
            Optional.empty(),
            new byte[0],
            Optional.empty()));
  }

  /** Takes in bytes, perhaps none, and time. */
  Step step(byte[] received, long now) {
    List<Reading> readings = new ArrayList<>();
    byte[] all = Arrays.copyOf(memory.pending(), memory.pending().length + received.length);
    System.arraycopy(received, 0, all, memory.pending().length, received.length);
    Pn532Frame.Cut cut = Pn532Frame.cut(all);
    Memory m = pending(memory, cut.rest());
    for (Pn532Frame frame : cut.frames()) {
      m = heard(m, frame, now, readings);
    }
    if (m.waiting() && now - m.since() >= ANSWER_NANOS) {
      m = failed(m, "expected an answer within 500 ms, got none", now, readings);
    }
    boolean due = m.stage() != Stage.SEARCHING || now - m.since() >= PAUSE_NANOS;
    if (!m.waiting() && due && (m.failures() == 0 || now - m.since() >= PAUSE_NANOS)) {
      byte[] command = command(m.stage());
      return new Step(new CardPoll(waiting(m, now)), command, readings);
    }
    return new Step(new CardPoll(m), new byte[0], readings);
  }

  /** The line is gone, in the words of whoever noticed; it begins anew. */
  Step broken(String why, long now) {
    List<Reading> readings = new ArrayList<>();
    Memory m = failed(atLeast(memory), why, now, readings);
    return new Step(new CardPoll(m), new byte[0], readings);
  }

  private static Memory atLeast(Memory m) {
    return new Memory(
        m.stage(),
        m.waiting(),
        m.since(),
        Math.max(m.failures(), FAILURES_MAX - 1),
        m.toldNanos(),
        new byte[0],
        m.card());
  }

  private static byte[] command(Stage stage) {
    byte[] frame =
        switch (stage) {
          case WAKING -> Pn532Frame.command(stage.code);
          // Ordinary mode, no virtual card, no interrupt line.
          case CONFIGURING -> Pn532Frame.command(stage.code, 1, 0, 0);
          // Item 5: searches are tried twice instead of for ever.
          case TUNING -> Pn532Frame.command(stage.code, 5, 0xFF, 1, 1);
          // One target, 106 kbit/s type A.
          case SEARCHING -> Pn532Frame.command(stage.code, 1, 0);
        };
    if (stage != Stage.WAKING) {
      return frame;
    }
    byte[] woken = Arrays.copyOf(WAKE, WAKE.length + frame.length);
    System.arraycopy(frame, 0, woken, WAKE.length, frame.length);
    return woken;
  }

  private static Memory heard(Memory m, Pn532Frame frame, long now, List<Reading> readings) {
    return switch (frame) {
      case Pn532Frame.Ack() -> m;
      case Pn532Frame.Damaged(String why) ->
          m.waiting() ? failed(m, "damaged answer: " + why, now, readings) : m;
      case Pn532Frame.Answer answer ->
          m.waiting() && answer.code() == m.stage().code + 1
              ? answered(m, answer.data(), now, readings)
              : m;
    };
  }

  private static Memory answered(Memory m, byte[] data, long now, List<Reading> readings) {
    Memory good = new Memory(m.stage(), false, now, 0, Optional.empty(), m.pending(), m.card());
    return switch (m.stage()) {
      case WAKING -> good.at(Stage.CONFIGURING, now);
      case CONFIGURING -> good.at(Stage.TUNING, now);
      case TUNING -> good.at(Stage.SEARCHING, now - PAUSE_NANOS);
      case SEARCHING -> found(good, data, now, readings);
    };
  }

  /**
   * The answer to a search (7.3.5): number of targets, then for type A: its number, SENS_RES (2),
   * SEL_RES (1), length and bytes of the identifier.
   */
  private static Memory found(Memory m, byte[] data, long now, List<Reading> readings) {
    if (data.length < 1 || data[0] == 0) {
      boolean away = m.card().filter(card -> now - card.at() >= AWAY_NANOS).isPresent();
      return away ? card(m, Optional.empty()) : m;
    }
    int length = data.length > 5 ? data[5] & 0xFF : 0;
    // ISO 14443-3: single, double or triple size.
    boolean sound =
        (length == UID_MIN || length == 7 || length == UID_MAX) && data.length >= 6 + length;
    if (!sound) {
      return failed(m, "expected an identifier of 4, 7 or 10 bytes, got another", now, readings);
    }
    byte[] uid = Arrays.copyOfRange(data, 6, 6 + length);
    boolean known = m.card().filter(card -> Arrays.equals(card.uid(), uid)).isPresent();
    if (!known) {
      readings.add(new Reading.Rfid(HexFormat.of().withUpperCase().formatHex(uid)));
    }
    return card(m, Optional.of(new Seen(uid, now)));
  }

  private static Memory failed(Memory m, String why, long now, List<Reading> readings) {
    int failures = Math.min(m.failures() + 1, FAILURES_MAX);
    boolean tell =
        failures == FAILURES_MAX && m.toldNanos().filter(told -> now - told < TELL_NANOS).isEmpty();
    if (tell) {
      readings.add(new Reading.DeviceFault(DEVICE, why + "; it is tried again"));
    }
    return new Memory(
        Stage.WAKING,
        false,
        now,
        failures,
        tell ? Optional.of(now) : m.toldNanos(),
        new byte[0],
        m.card());
  }

  private static Memory waiting(Memory m, long now) {
    return new Memory(m.stage(), true, now, m.failures(), m.toldNanos(), m.pending(), m.card());
  }

  private static Memory pending(Memory m, byte[] rest) {
    return new Memory(
        m.stage(), m.waiting(), m.since(), m.failures(), m.toldNanos(), rest, m.card());
  }

  private static Memory card(Memory m, Optional<Seen> card) {
    return new Memory(
        m.stage(), m.waiting(), m.since(), m.failures(), m.toldNanos(), m.pending(), card);
  }
}
