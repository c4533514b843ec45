# Evaluates a Vagrantfile against a recording stand-in of Vagrant's language, as Vagrant would for
# `vagrant <arguments>`, and prints what it asked for as JSON.
#
#   ruby recorder.rb VAGRANTFILE KUBECONFIG ARGUMENTS...
#
# KUBECONFIG is what the guest answers when it is asked for K3s' kubeconfig. The triggers run at once.
require "json"

vagrantfile, kubeconfig, *arguments = ARGV
ARGV.replace(arguments)

class Settings
  attr_reader :recorded

  def initialize
    @recorded = {}
  end

  def method_missing(name, *values)
    @recorded[name.to_s.delete_suffix("=")] = values.first
  end

  def respond_to_missing?(*)
    true
  end
end

# The guest, as a trigger sees it.
class Guest
  attr_reader :commands

  def initialize(answer)
    @answer = answer
    @commands = []
  end

  def communicate
    self
  end

  def ui
    self
  end

  def info(_message)
    nil
  end

  def sudo(command)
    @commands << command
    # Vagrant hands over the output piece by piece.
    @answer.scan(/.{1,40}/m) { |piece| yield :stdout, piece }
    yield :stderr, "not part of the answer"
  end
end

class Trigger < Settings
  def initialize(guest)
    super()
    @guest = guest
  end

  def ruby(&block)
    block.call(nil, @guest)
  end
end

class Override < Settings
  def vm
    self
  end
end

class Machine
  attr_reader :recorded

  def initialize(name, kubeconfig)
    @recorded = { "name" => name, "networks" => [], "providers" => {}, "provisioners" => [], "triggers" => [] }
    @guest = Guest.new(kubeconfig)
  end

  def vm
    self
  end

  def trigger
    self
  end

  def hostname=(name)
    @recorded["hostname"] = name
  end

  def network(kind, **options)
    @recorded["networks"] << { "kind" => kind, **options }
  end

  # As Vagrant, it hands over what the provider is told, and what is told to a machine of that provider only.
  def provider(name)
    settings = Settings.new
    override = Override.new
    yield settings, override
    @recorded["providers"][name] = { "settings" => settings.recorded, "override" => override.recorded }
  end

  def provision(name, **options)
    @recorded["provisioners"] << { "name" => name, **options }
  end

  def after(*commands)
    yield Trigger.new(@guest)
    @recorded["triggers"] << { "after" => commands, "asked" => @guest.commands }
  end
end

class Configuration < Settings
  attr_reader :machines

  def initialize(kubeconfig)
    super()
    @kubeconfig = kubeconfig
    @machines = []
  end

  def vm
    self
  end

  def synced_folder(source, target, **options)
    @recorded["synced_folder"] = [source, target, options]
  end

  def define(name)
    machine = Machine.new(name, @kubeconfig)
    yield machine
    @machines << machine.recorded
  end
end

module Vagrant
  class << self
    attr_accessor :configuration
  end

  def self.configure(_version)
    yield(configuration)
  end
end

Vagrant.configuration = Configuration.new(kubeconfig)
load vagrantfile
puts JSON.generate(Vagrant.configuration.recorded.merge("machines" => Vagrant.configuration.machines))
