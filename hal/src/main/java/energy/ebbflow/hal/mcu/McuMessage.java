package energy.ebbflow.hal.mcu;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is said on the line. Each message knows its bytes; numbers are big-endian. */
public sealed interface McuMessage {
  /** Version of the protocol: both sides must have the same. */
  int VERSION = 1;

  /** Controller to microcontroller: who are you? Sent until answered. */
  record Hello() implements McuMessage {}

  /**
   * Microcontroller to controller.
   *
   * @param version version of the protocol that it speaks, 0 to 255
   * @param firmware its own version, at most {@link #MAX_FIRMWARE} printable ASCII characters
   */
  record HelloReply(int version, String firmware) implements McuMessage {
    /** Longest firmware version. */
    public static final int MAX_FIRMWARE = 24;

    public HelloReply {
      if (version < 0 || version > 255 || !firmware.matches("[ -~]{0," + MAX_FIRMWARE + "}")) {
        throw new IllegalArgumentException(
            "a hello reply expects a version of 0 to 255 and at most "
                + MAX_FIRMWARE
                + " ASCII characters");
      }
    }
  }

  /** What the pilot generator does. */
  enum PilotMode {
    STEADY,
    PWM,
    ZERO,
    NEGATIVE
  }

  /**
   * Controller to microcontroller: everything that it shall do, on each change and every {@link
   * McuLink#OUTPUTS_EVERY_NANOS}. It is the heartbeat too.
   *
   * @param pilot the pilot generator
   * @param dutyCentiPercent duty in 0.01 %, 0 to 10000; only meaningful with PWM
   * @param phases contactors: 0 open, 1 or 3 phases closed
   * @param locked whether the bolt shall be in
   * @param sign what the lights show: ordinal of {@code Indicator.Sign}, 0 to 255
   * @param selfTests counts requests for the self-test of the residual-current device, 0 to 255
   */
  record Outputs(
      PilotMode pilot, int dutyCentiPercent, int phases, boolean locked, int sign, int selfTests)
      implements McuMessage {
    /** The state in which a station starts and ends. */
    public static final Outputs SAFE = new Outputs(PilotMode.NEGATIVE, 0, 0, false, 0, 0);

    public Outputs {
      if (dutyCentiPercent < 0
          || dutyCentiPercent > 10_000
          || phases < 0
          || phases > 3
          || phases == 2
          || sign < 0
          || sign > 255
          || selfTests < 0
          || selfTests > 255) {
        throw new IllegalArgumentException(
            "outputs expect a duty of 0 to 10000, 0, 1 or 3 phases, and bytes");
      }
    }
  }

  /**
   * Microcontroller to controller: everything that it measures, every 20 ms and on each change.
   *
   * @param echo sequence number of the last outputs that it carries out
   * @param highMillivolts positive peak of the pilot, -32768 to 32767 mV
   * @param lowMillivolts negative peak
   * @param contactorClosed mirror contact
   * @param locked the bolt
   * @param cableAmps rating of the plugged cable, 13, 20, 32 or 63 A; absent: no plug, or tethered
   * @param tripped residual-current device has tripped
   * @param selfTestPassed result of the last self-test
   * @param emergencyStop the contact of the emergency stop
   * @param gridPresent whether the supplying grid is there
   * @param overruled whether it keeps the contactors open against the outputs, for its own reasons
   * @param celsius hottest sensor, a tenth of a degree; absent: none
   * @param earthLost the protective earth is interrupted, where it is measured
   * @param supplyFailing the supply announces its end, where there is such an input
   */
  record Status(
      int echo,
      int highMillivolts,
      int lowMillivolts,
      boolean contactorClosed,
      boolean locked,
      Optional<Integer> cableAmps,
      boolean tripped,
      boolean selfTestPassed,
      boolean emergencyStop,
      boolean gridPresent,
      boolean overruled,
      OptionalDouble celsius,
      boolean earthLost,
      boolean supplyFailing)
      implements McuMessage {}

  /**
   * Microcontroller to controller: a card was held against the reader.
   *
   * @param uid 4 to 10 bytes
   */
  record Card(byte[] uid) implements McuMessage {
    /** Shortest and longest identifier (ISO 14443-3). */
    public static final int MIN_UID = 4;

    public static final int MAX_UID = 10;

    public Card {
      if (uid.length < MIN_UID || uid.length > MAX_UID) {
        throw new IllegalArgumentException("a card expects 4 to 10 bytes, got " + uid.length);
      }
      uid = uid.clone();
    }

    @Override
    public byte[] uid() {
      return uid.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Card(byte[] otherUid) && Arrays.equals(uid, otherUid);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(uid);
    }

    @Override
    public String toString() {
      // A card's identifier is personal data.
      return "Card[" + uid.length + " bytes]";
    }
  }
}
