package energy.ebbflow.hal.rfid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Frames of the PN532 (UM0701-02, 6.2.1): {@code 00 00 FF LEN LCS TFI PD… DCS 00}; the acknowledge
 * {@code 00 00 FF 00 FF 00}. Pure.
 */
sealed interface Pn532Frame {
  /** The command was understood. */
  record Ack() implements Pn532Frame {}

  /**
   * An answer.
   *
   * @param code the command's code plus one
   * @param data what follows
   */
  record Answer(int code, byte[] data) implements Pn532Frame {
    public Answer {
      data = data.clone();
    }

    @Override
    public byte[] data() {
      return data.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Answer(int otherCode, byte[] bytes)
          && otherCode == code
          && Arrays.equals(bytes, data);
    }

    @Override
    public int hashCode() {
      return 31 * code + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
      // It may hold a card's identifier, which is personal data.
      return "Answer[" + code + ", " + data.length + " bytes]";
    }
  }

  /** The reader did not understand (6.2.1.5), or a checksum is wrong. */
  record Damaged(String why) implements Pn532Frame {}

  /** Longest data of an ordinary frame, TFI included. */
  int LENGTH_MAX = 255;

  /** The frame that asks for something. */
  static byte[] command(int code, int... parameters) {
    int length = parameters.length + 2;
    byte[] out = new byte[length + 7];
    out[2] = (byte) 0xFF;
    out[3] = (byte) length;
    out[4] = (byte) -length;
    out[5] = (byte) 0xD4;
    out[6] = (byte) code;
    int sum = 0xD4 + code;
    for (int i = 0; i < parameters.length; i++) {
      out[7 + i] = (byte) parameters[i];
      sum += parameters[i];
    }
    out[5 + length] = (byte) -sum;
    return out;
  }

  /** The frame with which the reader answers; the emulator speaks it. */
  static byte[] answer(int code, byte[] data) {
    int length = data.length + 2;
    byte[] out = new byte[length + 7];
    out[2] = (byte) 0xFF;
    out[3] = (byte) length;
    out[4] = (byte) -length;
    out[5] = (byte) 0xD5;
    out[6] = (byte) code;
    int sum = 0xD5 + code;
    for (int i = 0; i < data.length; i++) {
      out[7 + i] = data[i];
      sum += data[i];
    }
    out[5 + length] = (byte) -sum;
    return out;
  }

  /**
   * What a stream of bytes completed.
   *
   * @param rest bytes of a frame that is not complete, never more than {@link #LENGTH_MAX} + 7
   */
  record Cut(List<Pn532Frame> frames, byte[] rest) {}

  /** Finds frames in a stream, whatever lies between them. */
  static Cut cut(byte[] bytes) {
    List<Pn532Frame> frames = new ArrayList<>();
    int at = 0;
    while (true) {
      int start = start(bytes, at);
      if (start < 0) {
        // The start code may be half there.
        return new Cut(
            frames, Arrays.copyOfRange(bytes, Math.max(at, bytes.length - 2), bytes.length));
      }
      if (start + 5 > bytes.length) {
        return new Cut(frames, Arrays.copyOfRange(bytes, start, bytes.length));
      }
      int length = bytes[start + 3] & 0xFF;
      int check = bytes[start + 4] & 0xFF;
      if (length == 0 && check == 0xFF) {
        frames.add(new Ack());
        at = start + 5;
      } else if ((length + check & 0xFF) != 0 || length == 0) {
        frames.add(new Damaged("the checksum of the length is wrong"));
        at = start + 3;
      } else if (start + 6 + length > bytes.length) {
        return new Cut(frames, Arrays.copyOfRange(bytes, start, bytes.length));
      } else {
        frames.add(body(bytes, start + 5, length));
        at = start + 6 + length;
      }
    }
  }

  private static int start(byte[] bytes, int from) {
    for (int i = from; i + 2 < bytes.length; i++) {
      if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == (byte) 0xFF) {
        return i;
      }
    }
    return -1;
  }

  private static Pn532Frame body(byte[] bytes, int from, int length) {
    int sum = 0;
    for (int i = from; i <= from + length; i++) {
      sum += bytes[i];
    }
    if ((sum & 0xFF) != 0) {
      return new Damaged("the checksum of the data is wrong");
    }
    if (length == 1 && bytes[from] == 0x7F) {
      return new Damaged("the reader did not understand the command");
    }
    if (length < 2 || bytes[from] != (byte) 0xD5) {
      return new Damaged("it is no answer");
    }
    return new Answer(bytes[from + 1] & 0xFF, Arrays.copyOfRange(bytes, from + 2, from + length));
  }
}
