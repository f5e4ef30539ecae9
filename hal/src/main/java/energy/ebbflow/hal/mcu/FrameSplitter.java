package energy.ebbflow.hal.mcu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a stream of bytes at its zeros. Immutable; what is longer than any frame is thrown away up
 * to the next zero, so a line that was disturbed is in step again one frame later.
 *
 * @param pending bytes of the running frame
 * @param overlong whether the running frame is too long already
 * @param longest frame that there is, bytes without its zero
 */
public record FrameSplitter(byte[] pending, boolean overlong, int longest) {
  /** A splitter of the safety microcontroller's line that has seen nothing. */
  public static final FrameSplitter EMPTY = upTo(McuCodec.MAX_FRAME);

  /** A splitter that has seen nothing, for frames of at most this many bytes. */
  public static FrameSplitter upTo(int longest) {
    return new FrameSplitter(new byte[0], false, longest);
  }

  /**
   * What a chunk of bytes completed.
   *
   * @param next the splitter from now on
   * @param frames complete frames without their zeros
   */
  public record Cut(FrameSplitter next, List<byte[]> frames) {}

  /** Takes in the next bytes of the stream. */
  public Cut feed(byte[] chunk) {
    List<byte[]> frames = new ArrayList<>();
    byte[] buffer = Arrays.copyOf(pending, longest);
    int length = pending.length;
    boolean tooLong = overlong;
    for (byte b : chunk) {
      if (b == 0) {
        if (length > 0 && !tooLong) {
          frames.add(Arrays.copyOf(buffer, length));
        }
        length = 0;
        tooLong = false;
      } else if (length == longest) {
        tooLong = true;
      } else {
        buffer[length++] = b;
      }
    }
    return new Cut(new FrameSplitter(Arrays.copyOf(buffer, length), tooLong, longest), frames);
  }
}
