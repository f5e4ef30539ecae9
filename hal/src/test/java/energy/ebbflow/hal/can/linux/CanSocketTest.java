package energy.ebbflow.hal.can.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.can.CanFrame;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Sockets through the foreign-function API: the kernel's real answers, good and bad. */
@Timeout(30)
@EnabledOnOs(OS.LINUX)
class CanSocketTest {
  private static final CanFrame QUESTION =
      new CanFrame(0x02A33FF0, new byte[] {0x10, 1, 0, 0, 0, 0, 0, 0});
  private static final CanFrame ANSWER = new CanFrame(0x1FFFFFFF, new byte[] {1, 2, 3});

  @TempDir private Path folder = Path.of("");

  @Test
  void framesCrossASocketOfTheKernelInBothDirections() throws Exception {
    Path path = folder.resolve("can");
    try (CanSocket.Listener listener = CanSocket.listen(path);
        CanSocket controller = CanSocket.open("unix:" + path);
        CanSocket module = listener.accept(1000).orElseThrow()) {
      assertEquals(Optional.empty(), module.receive(0));
      assertTrue(controller.send(QUESTION));
      assertTrue(controller.send(ANSWER));
      assertEquals(Optional.of(QUESTION), module.receive(1000));
      assertEquals(Optional.of(ANSWER), module.receive(1000));
      assertTrue(module.send(ANSWER));
      assertEquals(Optional.of(ANSWER), controller.receive(1000));
    }
  }

  @Test
  void theOtherSidesEndIsSaid() throws Exception {
    Path path = folder.resolve("can");
    try (CanSocket.Listener listener = CanSocket.listen(path);
        CanSocket controller = CanSocket.open("unix:" + path)) {
      listener.accept(1000).orElseThrow().close();
      IOException gone = assertThrows(IOException.class, () -> controller.receive(1000));
      assertEquals("unix:" + path + ": the other side has gone", gone.getMessage());
      IOException refused = assertThrows(IOException.class, () -> controller.send(QUESTION));
      assertEquals("send: the other side has gone", refused.getMessage());
    }
  }

  /** Nobody reads: the kernel's queue fills up, and that is no broken bus. */
  @Test
  void aFullBusTakesNothingAndIsNotBroken() throws Exception {
    Path path = folder.resolve("can");
    try (CanSocket.Listener listener = CanSocket.listen(path);
        CanSocket controller = CanSocket.open("unix:" + path);
        CanSocket module = listener.accept(1000).orElseThrow()) {
      int sent = 0;
      while (controller.send(QUESTION)) {
        sent++;
        assertTrue(sent < 1_000_000, "the kernel's queue has a bound");
      }
      assertEquals(Optional.of(QUESTION), module.receive(1000));
      assertFalse(sent == 0);
    }
  }

  private static String refused(Executable call) {
    return String.valueOf(assertThrows(IOException.class, call).getMessage());
  }

  @Test
  void whatTheKernelRefusesIsSaidInWords() {
    String nobody = refused(() -> CanSocket.open("unix:" + folder.resolve("none")));
    assertTrue(nobody.endsWith("connect: no such file or socket"), nobody);
    String tooLong = refused(() -> CanSocket.open("unix:/" + "x".repeat(120)));
    assertTrue(tooLong.contains("at most 107 bytes"), tooLong);
    String taken = refused(() -> CanSocket.listen(folder));
    assertTrue(taken.startsWith("expected a socket at "), taken);
    // Without CAN the kernel refuses the family, with CAN there is no interface of this name.
    String absent = refused(() -> CanSocket.open("ebbcan9"));
    assertTrue(
        absent.equals("expected a CAN bus at ebbcan9, got if_nametoindex: no such device")
            || absent.equals(
                "expected a CAN bus at ebbcan9, got socket: this kernel has no CAN (CONFIG_CAN,"
                    + " CONFIG_CAN_RAW)"),
        absent);
  }

  /** linux/can.h: frames with a short identifier and those that ask for data are passed over. */
  @Test
  void onlyFramesWithALongIdentifierAreTaken() throws Exception {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment frame = arena.allocate(KernelRecords.FRAME_BYTES, 8);
      KernelRecords.write(QUESTION, frame);
      assertEquals(0x82A33FF0, frame.get(ValueLayout.JAVA_INT, 0));
      assertEquals(8, frame.get(ValueLayout.JAVA_BYTE, 4));
      assertEquals(Optional.of(QUESTION), KernelRecords.read(frame));
      frame.set(ValueLayout.JAVA_INT, 0, 0x123);
      assertEquals(Optional.empty(), KernelRecords.read(frame));
      frame.set(ValueLayout.JAVA_INT, 0, 0xC2A33FF0);
      assertEquals(Optional.empty(), KernelRecords.read(frame));
      frame.set(ValueLayout.JAVA_INT, 0, 0x82A33FF0);
      frame.set(ValueLayout.JAVA_BYTE, 4, (byte) 9);
      assertEquals(Optional.empty(), KernelRecords.read(frame));
      frame.set(ValueLayout.JAVA_INT, 0, KernelRecords.ERROR | KernelRecords.ERROR_BUS_OFF);
      assertThrows(IOException.class, () -> KernelRecords.read(frame));
    }
  }

  /** Runs where somebody has made a virtual CAN interface: ip link add dev vcan0 type vcan. */
  @Test
  void framesCrossAVirtualCanInterface() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/sys/class/net/vcan0")), "this kernel has no vcan0");
    try (CanSocket controller = CanSocket.open("vcan0");
        CanSocket module = CanSocket.open("vcan0")) {
      assertTrue(controller.send(QUESTION));
      assertEquals(Optional.of(QUESTION), module.receive(1000));
      assertTrue(module.send(ANSWER));
      assertEquals(Optional.of(ANSWER), controller.receive(1000));
    }
  }
}
