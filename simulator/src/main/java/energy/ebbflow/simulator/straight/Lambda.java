package energy.ebbflow.simulator.straight;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * A lambda or method reference as a class of its own: what it captures are its fields. It belongs
 * to the nest of the class it stands in, so that it may call what is private there.
 *
 * @param type the class that is made
 * @param host host of its nest
 * @param site what the call site takes, the captured values, and returns, the interface
 * @param method name of the interface's method
 * @param declared its type as the interface declares it
 * @param known its type as it is used here
 * @param body what it calls
 */
record Lambda(
    ClassDesc type,
    ClassDesc host,
    MethodTypeDesc site,
    String method,
    MethodTypeDesc declared,
    MethodTypeDesc known,
    DirectMethodHandleDesc body) {
  /** Makes an instance, or gives the only one. */
  static final String FACTORY = "of";

  private static final String ONLY = "ONLY";
  private static final String CAPTURED = "c";

  static Lambda of(InvokeDynamicInstruction call, ClassDesc type, ClassDesc host) {
    List<ConstantDesc> arguments = call.bootstrapArgs();
    return new Lambda(
        type,
        host,
        call.typeSymbol(),
        call.name().stringValue(),
        (MethodTypeDesc) arguments.get(0),
        (MethodTypeDesc) arguments.get(2),
        (DirectMethodHandleDesc) arguments.get(1));
  }

  byte[] bytes(ClassFile classFile) {
    return classFile.build(
        type,
        builder -> {
          builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC);
          builder.withInterfaceSymbols(site.returnType());
          builder.with(NestHostAttribute.of(host));
          for (int i = 0; i < site.parameterCount(); i++) {
            builder.withField(
                CAPTURED + i,
                site.parameterType(i),
                ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
          }
          if (site.parameterCount() == 0) {
            builder.withField(
                ONLY, type, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
            builder.withMethodBody(
                ConstantDescs.CLASS_INIT_NAME,
                ConstantDescs.MTD_void,
                ClassFile.ACC_STATIC,
                this::writeOnly);
          }
          builder.withMethodBody(
              ConstantDescs.INIT_NAME, constructor(), ClassFile.ACC_PRIVATE, this::writeInit);
          builder.withMethodBody(
              FACTORY, site, ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC, this::writeFactory);
          builder.withMethodBody(method, declared, ClassFile.ACC_PUBLIC, this::writeMethod);
        });
  }

  private MethodTypeDesc constructor() {
    return site.changeReturnType(ConstantDescs.CD_void);
  }

  private void writeOnly(CodeBuilder code) {
    code.new_(type).dup().invokespecial(type, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
    code.putstatic(type, ONLY, type).return_();
  }

  private void writeInit(CodeBuilder code) {
    code.aload(0)
        .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
    for (int i = 0; i < site.parameterCount(); i++) {
      code.aload(0)
          .loadLocal(TypeKind.from(site.parameterType(i)), code.parameterSlot(i))
          .putfield(type, CAPTURED + i, site.parameterType(i));
    }
    code.return_();
  }

  private void writeFactory(CodeBuilder code) {
    if (site.parameterCount() == 0) {
      code.getstatic(type, ONLY, type).areturn();
      return;
    }
    code.new_(type).dup();
    for (int i = 0; i < site.parameterCount(); i++) {
      code.loadLocal(TypeKind.from(site.parameterType(i)), code.parameterSlot(i));
    }
    code.invokespecial(type, ConstantDescs.INIT_NAME, constructor()).areturn();
  }

  private void writeMethod(CodeBuilder code) {
    boolean makes = body.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
    if (makes) {
      code.new_(body.owner()).dup();
    }
    // With a receiver in front, where the body has one.
    MethodTypeDesc invocation = body.invocationType();
    List<ClassDesc> wanted = new ArrayList<>(invocation.parameterList());
    int captured = site.parameterCount();
    for (int i = 0; i < captured; i++) {
      code.aload(0).getfield(type, CAPTURED + i, site.parameterType(i));
    }
    for (int i = 0; i < declared.parameterCount(); i++) {
      ClassDesc from = declared.parameterType(i);
      code.loadLocal(TypeKind.from(from), code.parameterSlot(i));
      Conversion.write(code, from, known.parameterType(i), wanted.get(captured + i));
    }
    call(code);
    give(code, makes ? body.owner() : invocation.returnType());
  }

  private void call(CodeBuilder code) {
    ClassDesc owner = body.owner();
    String name = body.methodName();
    MethodTypeDesc direct = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
    switch (body.kind()) {
      case STATIC -> code.invokestatic(owner, name, direct);
      case INTERFACE_STATIC -> code.invokestatic(owner, name, direct, true);
      case CONSTRUCTOR -> code.invokespecial(owner, ConstantDescs.INIT_NAME, direct);
      // Within a nest what is private is called as everything else is (JVMS 6.5, invokevirtual).
      case VIRTUAL, SPECIAL -> code.invokevirtual(owner, name, direct);
      case INTERFACE_VIRTUAL, INTERFACE_SPECIAL -> code.invokeinterface(owner, name, direct);
      case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER ->
          throw new IllegalArgumentException("a lambda's body is a method, got " + body);
    }
  }

  private void give(CodeBuilder code, ClassDesc came) {
    ClassDesc wanted = declared.returnType();
    if (wanted.equals(ConstantDescs.CD_void)) {
      if (!came.equals(ConstantDescs.CD_void)) {
        if (TypeKind.from(came).slotSize() == 2) {
          code.pop2();
        } else {
          code.pop();
        }
      }
      code.return_();
      return;
    }
    Conversion.give(code, came, wanted);
    code.return_(TypeKind.from(wanted));
  }
}
