package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.secc.HonestRun;
import energy.ebbflow.iso15118.secc.HonestRun.Move;
import energy.ebbflow.iso15118.v2gtp.PayloadType;
import energy.ebbflow.iso15118.v2gtp.V2gtpHeader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;

/** A vehicle of bare sockets, which writes its bytes as it likes. */
final class RawVehicle implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;

  RawVehicle(SeccServer server) throws IOException {
    socket = new Socket(server.address(), server.tcpPort().orElseThrow());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    out = socket.getOutputStream();
    in = new DataInputStream(socket.getInputStream());
  }

  static byte[] frame(Move move) {
    PayloadType type =
        move.set() == MessageSet.APP ? PayloadType.SAP_OR_ISO2 : Conversation.mainType(move.set());
    return V2gtpHeader.frame(type, move.bytes());
  }

  RawVehicle write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Each byte in a segment of its own. */
  RawVehicle trickle(byte[] bytes) throws IOException {
    for (byte one : bytes) {
      out.write(one);
      out.flush();
    }
    return this;
  }

  /** The length of the next answer's payload. */
  int answer() throws IOException {
    in.readInt();
    int length = in.readInt();
    in.readNBytes(length);
    return length;
  }

  /** Everything right, from SAP to the goodbye, or as far as {@code moves}. */
  RawVehicle drive(HonestRun run, int moves) throws IOException {
    return drive(run.moves().subList(0, moves));
  }

  /** These messages, each answered. */
  RawVehicle drive(List<Move> moves) throws IOException {
    for (Move move : moves) {
      write(frame(move));
      answer();
    }
    return this;
  }

  /** Ends the link as vehicles do, first; the charger ends it, too, and sends nothing before. */
  void ended() throws IOException {
    socket.shutdownOutput();
    if (in.read() != -1) {
      throw new IOException("more came where the end was expected");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
