package energy.ebbflow.hal.modbus.driver;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.modbus.RegisterMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks a Modbus device for all that its register map names. */
abstract class MapPoller extends Poller {
  final RegisterMap map;
  final RegisterSource source;

  /**
   * A device that is not asked yet.
   *
   * @param device its name in fault readings
   * @param expected what is expected of it, for people
   */
  MapPoller(
      String device,
      String expected,
      RegisterMap map,
      RegisterSource source,
      ReadingSink sink,
      BoardClock clock) {
    super(device, expected, sink, clock);
    this.map = map;
    this.source = source;
  }

  /** The bytes of each block of the map, in its order. */
  final List<byte[]> answers() throws IOException {
    List<byte[]> answers = new ArrayList<>();
    for (RegisterMap.Block block : map.blocks()) {
      answers.add(source.read(map.input(), block.address(), block.count()));
    }
    return answers;
  }
}
