package energy.ebbflow.hal.infypower;

import energy.ebbflow.hal.can.CanFrame;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One frame of the protocol. Its identifier holds, from bit 28 down: error (3 bits), kind of
 * receiver (4), command (6), destination (8), source (8). Numbers are big-endian.
 *
 * @param error 0 unless a module refuses
 * @param toGroup whether the destination is a group, otherwise one module or the controller
 * @param write whether something is written, otherwise read
 * @param destination address
 * @param source address
 * @param item what it is about
 * @param value its last four bytes
 */
public record InfyMessage(
    int error,
    boolean toGroup,
    boolean write,
    int destination,
    int source,
    InfyItem item,
    int value) {
  /** Address of the controller. */
  public static final int CONTROLLER = 0xF0;

  /** All modules, whatever their group. */
  public static final int EVERYBODY = 0x3F;

  /** Largest address of a module or a group. */
  public static final int MAX_ADDRESS = 60;

  /** Error: the module does not know the command. */
  public static final int COMMAND_INVALID = 2;

  /** Error: the module does not take the value. */
  public static final int DATA_INVALID = 3;

  /** Error: the module is still starting; no refusal. */
  public static final int STARTING = 7;

  private static final int READ = 0x23;
  private static final int WRITE = 0x24;
  private static final int TO_MODULE = 0x0A;
  private static final int TO_GROUP = 0x0B;
  private static final int LENGTH = 8;
  private static final int VALUE_AT = 4;

  /** A question of the controller to a whole group. */
  public static InfyMessage readGroup(int group, InfyItem item) {
    return new InfyMessage(0, true, false, group, CONTROLLER, item, 0);
  }

  /** A question of the controller to one module. */
  public static InfyMessage readModule(int module, InfyItem item) {
    return new InfyMessage(0, false, false, module, CONTROLLER, item, 0);
  }

  /** An order of the controller to a whole group. */
  public static InfyMessage writeGroup(int group, InfyItem item, int value) {
    return new InfyMessage(0, true, true, group, CONTROLLER, item, value);
  }

  /**
   * A module's answer to this message.
   *
   * @param module its address
   */
  public InfyMessage answer(int module, int answerError, int answerValue) {
    return new InfyMessage(answerError, false, write, source, module, item, answerValue);
  }

  /** Whether it is for the controller. */
  public boolean forController() {
    return destination == CONTROLLER;
  }

  /** As it goes over the bus. */
  public CanFrame frame() {
    int id =
        error << 26
            | (toGroup ? TO_GROUP : TO_MODULE) << 22
            | (write ? WRITE : READ) << 16
            | destination << 8
            | source;
    byte[] data =
        ByteBuffer.allocate(LENGTH)
            .putShort(0, (short) item.code())
            .putInt(VALUE_AT, value)
            .array();
    return new CanFrame(id, data);
  }

  /** Reads a frame; empty if it is not of this protocol, or about something else. */
  public static Optional<InfyMessage> of(CanFrame frame) {
    int id = frame.id();
    int command = id >> 16 & 0x3F;
    int device = id >> 22 & 0x0F;
    byte[] data = frame.data();
    if (data.length != LENGTH
        || command != READ && command != WRITE
        || device != TO_MODULE && device != TO_GROUP) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(data);
    return InfyItem.of(in.getShort(0) & 0xFFFF)
        .map(
            item ->
                new InfyMessage(
                    id >> 26 & 0x07,
                    device == TO_GROUP,
                    command == WRITE,
                    id >> 8 & 0xFF,
                    id & 0xFF,
                    item,
                    in.getInt(VALUE_AT)));
  }
}
