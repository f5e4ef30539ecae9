package energy.ebbflow.iso15118.message;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.iso15118.message.set.AppCodec;
import energy.ebbflow.iso15118.message.set.DinCodec;
import energy.ebbflow.iso15118.message.set.DsigCodec;
import energy.ebbflow.iso15118.message.set.Iso20AcCodec;
import energy.ebbflow.iso15118.message.set.Iso20AcdpCodec;
import energy.ebbflow.iso15118.message.set.Iso20Codec;
import energy.ebbflow.iso15118.message.set.Iso20DcCodec;
import energy.ebbflow.iso15118.message.set.Iso20WptCodec;
import energy.ebbflow.iso15118.message.set.Iso2Codec;

/** The schema sets: each has one grammar, and so one coder, for all its documents. */
public enum MessageSet {
  /** The handshake that selects the protocol. */
  APP("app") {
    @Override
    public ExiCodec<V2gMessage> codec() {
      return new AppCodec();
    }
  },
  /** ISO 15118-2. */
  ISO2("iso2") {
    @Override
    public ExiCodec<V2gMessage> codec() {
      return new Iso2Codec();
    }
  },
  /** ISO 15118-20: the messages of every kind of charging. */
  ISO20("iso20") {
    @Override
    public ExiCodec<V2gMessage> codec() {
      return new Iso20Codec();
    }
  },
  /** ISO 15118-20: charging with alternating current. */
  ISO20_AC("iso20-ac") {
    @Override
    public ExiCodec<V2gMessage> codec() {
      return new Iso20AcCodec();
    }
  },
  /** ISO 15118-20: charging with direct current. */
  ISO20_DC("iso20-dc") {
    @Override
    public ExiCodec<V2gMessage> codec() {
      return new Iso20DcCodec();
    }
  },
  /** ISO 15118-20: wireless charging. */
  ISO20_WPT("iso20-wpt") {
    @Override
    public ExiCodec<V2gMessage> codec() {
      return new Iso20WptCodec();
    }
  },
  /** ISO 15118-20: automatic connection devices. */
  ISO20_ACDP("iso20-acdp") {
    @Override
    public ExiCodec<V2gMessage> codec() {
      return new Iso20AcdpCodec();
    }
  },
  /** DIN SPEC 70121. */
  DIN("din") {
    @Override
    public ExiCodec<V2gMessage> codec() {
      return new DinCodec();
    }
  },
  /** XML signatures alone, the grammar of SignedInfo when it is signed. */
  DSIG("dsig") {
    @Override
    public ExiCodec<V2gMessage> codec() {
      return new DsigCodec();
    }
  };

  private final String label;

  MessageSet(String label) {
    this.label = label;
  }

  /** The name of the set on the command line and in event lines. */
  public String label() {
    return label;
  }

  /** A new coder of this set; it belongs to the thread that uses it. */
  public abstract ExiCodec<V2gMessage> codec();
}
